using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.SpaceTimeCube;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Core.Hotspots.SpaceTimeCube;

/// <summary>What has become of places among their neighbours, month by month: the space-time cube, classified.</summary>
internal sealed class EmergingHotspotsMethod : MonthsMethod<EmergingHotspotsSettings, EmergingHotspotsReport>
{
    public override string Key => "emerging";

    public override int Version => 8;

    protected override int MonthsFor(int months, EmergingHotspotsSettings settings) => Math.Clamp(months, settings.LeastMonths, HotspotRequest.MostMonths);

    protected override EmergingHotspotsReport Empty(HotspotSearch search, EmergingHotspotsSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };

    protected override EmergingHotspotsReport Find(
        HotspotSearch search, PlaceCases cases, EmergingHotspotsSettings settings, CancellationToken cancellationToken)
    {
        cases = cases.SinceFirst();
        var neighbours = Math.Min(settings.Neighbours, cases.Places.Length - 1);
        var weights = SpatialWeights.NearNeighbours(cases.Points(), neighbours);
        // A station has few cases a month and few stations have many: as they are, one such station makes a neighbourhood hot by itself.
        var scale = search.Level == JurisdictionLevel.Station ? ValueScale.Logarithm : ValueScale.AsGiven;
        var none = Empty(search, settings) with { Period = cases.Period, Neighbours = neighbours, Scale = scale };
        var cube = new EmergingRequest(settings.EarlierSteps, settings.Significance, settings.Significance, settings.Permutations, settings.Seed, scale);
        var outcome = EmergingHotspots.Run(ByStep(cases), weights, cube, search.Threads, cancellationToken);
        if (outcome is not EmergingReport report)
            return none with { Obstacle = outcome is EmergingImpossible { Obstacle: EmergingObstacle.NoVariation } ? HotspotObstacle.NoVariation
                : HotspotObstacle.TooFewCases };
        PlaceClass[] classes = [.. report.Places.Select(place => ClassOf(place.Class))];
        return none with
        {
            Marks = [.. cases.Places.Select(
                (place, i) => new PlaceMark(place, cases.TotalOf(i), null, classes[i], classes[i], report.Z[(report.Steps - 1) * classes.Length + i]))],
            Areas = Findings(cases, classes, weights, report, settings.RecentMonths),
            Tested = report.Z.Length,
            Replicas = report.Request.Permutations,
        };
    }

    private static PlaceClass ClassOf(EmergingClass found) => found switch
    {
        EmergingClass.None => PlaceClass.None,
        EmergingClass.NewHot => PlaceClass.NewHot,
        EmergingClass.ConsecutiveHot => PlaceClass.ConsecutiveHot,
        EmergingClass.IntensifyingHot => PlaceClass.IntensifyingHot,
        EmergingClass.PersistentHot => PlaceClass.PersistentHot,
        EmergingClass.DiminishingHot => PlaceClass.DiminishingHot,
        EmergingClass.SporadicHot => PlaceClass.SporadicHot,
        EmergingClass.OscillatingHot => PlaceClass.OscillatingHot,
        EmergingClass.HistoricalHot => PlaceClass.HistoricalHot,
        EmergingClass.NewCold => PlaceClass.NewCold,
        EmergingClass.ConsecutiveCold => PlaceClass.ConsecutiveCold,
        EmergingClass.IntensifyingCold => PlaceClass.IntensifyingCold,
        EmergingClass.PersistentCold => PlaceClass.PersistentCold,
        EmergingClass.DiminishingCold => PlaceClass.DiminishingCold,
        EmergingClass.SporadicCold => PlaceClass.SporadicCold,
        EmergingClass.OscillatingCold => PlaceClass.OscillatingCold,
        EmergingClass.HistoricalCold => PlaceClass.HistoricalCold,
        _ => throw new ArgumentOutOfRangeException(nameof(found), found, null),
    };

    private static double[] ByStep(PlaceCases cases)
    {
        var values = new double[cases.Cases.Length];
        for (var place = 0; place < cases.Places.Length; place++)
        {
            for (var month = 0; month < cases.Months; month++)
                values[month * cases.Places.Length + place] = cases.Cases[place * cases.Months + month];
        }

        return values;
    }

    private static ImmutableArray<HotspotFinding> Findings(
        PlaceCases cases, PlaceClass[] classes, SpatialWeights weights, EmergingReport report, int recentMonths)
    {
        var recent = Math.Min(recentMonths, cases.Months);
        double[] lately = [.. cases.Places.Select((_, i) => (double)Sum(cases.Cases.AsSpan((i + 1) * cases.Months - recent, recent)))];
        var mean = lately.Average();
        return
        [
            .. NeighbourGroups.Of(classes, weights).Select(members =>
            {
                var strongest = members.MaxBy(member => Math.Abs(report.Z[(report.Steps - 1) * classes.Length + member]));
                var (sum, expected) = (members.Sum(member => lately[member]), mean * members.Count);
                var since = cases.Period.Until.AddMonths(-Math.Max(1, report.Places[strongest].RunSteps));
                return new HotspotFinding
                {
                    Key = cases.Places[strongest].Code,
                    Class = classes[strongest],
                    Place = cases.Places[strongest],
                    Places = [cases.Places[strongest], .. members.Where(member => member != strongest).Select(member => cases.Places[member])],
                    Period = new Period(since, cases.Period.Until),
                    Cases = sum,
                    Expected = expected,
                    RelativeRisk = expected > 0 ? sum / expected : null,
                };
            }).OrderBy(finding => finding.Class).ThenByDescending(finding => Math.Abs(finding.Cases - finding.Expected))
                .ThenBy(finding => finding.Place.Ordinal),
        ];
    }

    private static int Sum(ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
