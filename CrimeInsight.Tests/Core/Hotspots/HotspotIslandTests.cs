using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Association;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Hotspots.Hexagons;
using CrimeInsight.Core.Hotspots.LocalMoran;
using CrimeInsight.Core.Hotspots.ProspectiveScan;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
using CrimeInsight.Core.Hotspots.SpaceTimeCube;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Hotspots;

public sealed class HotspotIslandTests
{
    private static readonly Viewer s_viewer = new(Guid.Empty, "asha", PersonRole.Supervisor, [2]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An island far off the others has no neighbours: it is not tested, and no finding.</summary>
    [Fact]
    public void Find_IslandFarOff_IsNotTested()
    {
        ImmutableArray<AreaFigure> areas = [.. Enumerable.Range(0, 40).Select(i => new AreaFigure(
            new Jurisdiction(i, null, JurisdictionLevel.District, $"D{i}", i, i + 1, null, new Dictionary<string, string>(), i == 39 ? new GeoPoint(10.5, 72.6)
                : new GeoPoint(20 + 0.5 * (i / 6), 78 + 0.5 * (i % 6)), null), i == 39 ? 3 : 40 + i % 5, i == 39 ? 1 : 4, null, false))];
        var period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));
        var search = new HotspotSearch(new ScopeCodes(), JurisdictionLevel.District, [], period, period.From, s_viewer,
            GridHotspots.Sources(new FakeQueryRunner(query => GridPlaces.Rows(query, (_, _) => 1)), new FakeCasePoints(), new FakeStatus()), null);
        var report = new GetisOrdMethod().Find(search, new PlaceStudy(areas, [.. areas.Select(_ => 10.0)], null, period), new GetisOrdSettings(), Token);
        Assert.Equal(
            (39, PlaceClass.Untested, PlaceClass.Untested, null), (report.Tested, report.Marks[39].Before, report.Marks[39].After, report.Marks[39].P));
        Assert.DoesNotContain(report.Findings, finding => finding.Places.Any(place => place.Code == "D39"));
        Assert.Equal(0, report.After);
    }
}
