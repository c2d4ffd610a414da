using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.SpaceTimeCube;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Core.Hotspots;

/// <summary>What has become of places among their neighbours, month by month: the space-time cube, classified.</summary>
internal static class EmergingFindings
{
    private const int LeastMonths = 24;

    // As many months as in a year are compared with the mean place.
    private const int RecentMonths = 12;

    /// <summary>Months of the cube.</summary>
    public static int MonthsFor(int months) => Math.Clamp(months, LeastMonths, HotspotRequest.MostMonths);

    public static HotspotReport Find(HotspotRequest request, JurisdictionLevel level, PlaceCases cases, int threads, CancellationToken cancellationToken)
    {
        var weights = SpatialWeights.NearNeighbours(cases.Points(), Math.Min(request.Neighbours, cases.Places.Length - 1));
        // A station has few cases a month and few stations have many: as they are, one such station makes a neighbourhood hot by itself.
        var scale = level == JurisdictionLevel.Station ? ValueScale.Logarithm : ValueScale.AsGiven;
        var outcome = EmergingHotspots.Run(ByStep(cases), weights, new EmergingRequest(level: request.Level, trendLevel: request.Level, seed: request.Seed, scale: scale), threads, cancellationToken);
        if (outcome is not EmergingReport report)
        {
            var obstacle = outcome is EmergingImpossible { Obstacle: EmergingObstacle.NoVariation } ? HotspotObstacle.NoVariation : HotspotObstacle.TooFewCases;
            return new HotspotReport(request, level, cases.Period, [], [], 0, 0, obstacle);
        }

        PlaceClass[] classes = [.. report.Places.Select(place => ClassOf(place.Class))];
        ImmutableArray<PlaceMark> marks = [.. cases.Places.Select((place, i) => new PlaceMark(place, cases.TotalOf(i), null, classes[i], classes[i], report.Z[(report.Steps - 1) * classes.Length + i]))];
        return new HotspotReport(request, level, cases.Period, marks, Findings(cases, classes, weights, report), report.Z.Length, report.Request.Permutations);
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

    private static ImmutableArray<HotspotFinding> Findings(PlaceCases cases, PlaceClass[] classes, SpatialWeights weights, EmergingReport report)
    {
        var recent = Math.Min(RecentMonths, cases.Months);
        double[] lately = [.. cases.Places.Select((_, i) => (double)Sum(cases.Cases.AsSpan((i + 1) * cases.Months - recent, recent)))];
        var mean = lately.Average();
        return
        [
            .. NeighbourGroups.Of(classes, weights).Select(members =>
            {
                var strongest = members.MaxBy(member => Math.Abs(report.Z[(report.Steps - 1) * classes.Length + member]));
                var (sum, expected) = (members.Sum(member => lately[member]), mean * members.Count);
                var since = cases.Period.Until.AddMonths(-Math.Max(1, report.Places[strongest].RunSteps));
                return new HotspotFinding(
                    cases.Places[strongest].Code,
                    classes[strongest],
                    cases.Places[strongest],
                    [cases.Places[strongest], .. members.Where(member => member != strongest).Select(member => cases.Places[member])],
                    new Period(since, cases.Period.Until),
                    sum,
                    expected,
                    expected > 0 ? sum / expected : null,
                    null,
                    null);
            }).OrderBy(finding => finding.Class).ThenByDescending(finding => Math.Abs(finding.Cases - finding.Expected)).ThenBy(finding => finding.Place.Ordinal),
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
