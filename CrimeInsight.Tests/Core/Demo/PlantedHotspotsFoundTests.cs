using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>The places of thefts in one state: the hotspots planted there are found, and nothing far from them.</summary>
public sealed class PlantedHotspotsFoundTests
{
    private const string StateCode = "IN-MH";
    private const double CellMetres = 300;
    private const double NearMetres = 600;

    [Fact]
    public void Run_TheftsOnSmallHexagons_FindsWhatWasPlantedAndNothingElse()
    {
        var (events, centres) = Planted();
        var cells = HexagonCells.Over(events, CellMetres, rings: 1);
        var report = (LocalReport)LocalStatistics.Run(
            cells.Cube(new int[events.Count], 1), cells.Neighbours(), new LocalRequest(LocalMethod.GetisOrdStar, scale: ValueScale.Logarithm), 2,
            TestContext.Current.CancellationToken);
        int[] hot = [.. Enumerable.Range(0, cells.Count).Where(cell => report.Classes[cell] == LocalClass.Hot)];
        PlanePoint[] large = [
            .. centres.Where(centre => Enumerable.Range(0, events.Count).Count(i => Metres(centre, events.X[i], events.Y[i]) < NearMetres) >= 20)];
        var found = large.Count(centre => hot.Any(cell => Metres(centre, cells.Centres.X[cell], cells.Centres.Y[cell]) <= NearMetres));
        var astray = hot.Count(cell => centres.All(centre => Metres(centre, cells.Centres.X[cell], cells.Centres.Y[cell]) > 2 * NearMetres));
        Assert.True(large.Length >= 10, $"{large.Length} planted hotspots have enough events");
        Assert.True(found >= 0.8 * large.Length, $"found {found} of {large.Length}");
        Assert.True(astray <= 0.05 * hot.Length, $"{astray} of {hot.Length} hot cells are far from every planted hotspot");
    }

    private static (MetrePoints Events, PlanePoint[] Centres) Planted()
    {
        var sample = DemoSample.Property;
        var states = sample.Inputs.Districts.ToDictionary(district => district.Code, district => district.StateCode);
        GeoPoint[] places =
        [
            .. sample.Of("other-theft")
                .Where(incident => incident.Precision == LocationPrecision.Exact && states[sample.District[incident.JurisdictionOrdinal]] == StateCode)
                .Select(incident => incident.Place!.Value),
        ];
        var projection = LocalProjection.Around(places);
        var events = Array.ConvertAll(places, projection.ToPlane);
        return (
            new MetrePoints(Array.ConvertAll(events, at => at.X), Array.ConvertAll(events, at => at.Y)),
            [.. sample.Generator.Truth.Hotspots.Where(hotspot => states[hotspot.DistrictCode] == StateCode)
                .Select(hotspot => projection.ToPlane(hotspot.Centre))]);
    }

    private static double Metres(PlanePoint at, double x, double y) => Math.Sqrt((at.X - x) * (at.X - x) + (at.Y - y) * (at.Y - y));
}
