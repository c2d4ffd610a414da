using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots.Local;
using CrimeInsight.Core.Hotspots.Weights;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// Places compared with their neighbours: Gi* or local Moran's I of the rate per lakh, or of the cases where there is no
/// population. Neighbouring places of one class are one finding.
/// </summary>
internal static class LocalHotspots
{
    /// <param name="exposures">Per place, lakh resident-years; 1 where rates are not known: a value times its exposure is cases.</param>
    public static HotspotReport Find(HotspotRequest request, JurisdictionLevel level, Period period, ImmutableArray<AreaFigure> areas, ImmutableArray<double> exposures, int threads, CancellationToken cancellationToken)
    {
        var hasRates = areas.All(area => area.RatePerLakh is not null);
        double[] values = [.. areas.Select(area => (hasRates ? area.RatePerLakh : area.Cases) ?? 0)];
        var points = new DegreePoints([.. areas.Select(area => area.Area.Point!.Value.Latitude)], [.. areas.Select(area => area.Area.Point!.Value.Longitude)]);
        var weights = SpatialWeights.NearestNeighbours(points, Math.Min(request.Neighbours, areas.Length - 1));
        var method = request.Method == HotspotMethod.Likeness ? LocalMethod.Moran : LocalMethod.GetisOrdStar;
        if (LocalStatistics.Run(values, weights, new LocalRequest(method, seed: request.Seed, level: request.Level), threads, cancellationToken) is not LocalReport report)
            return new HotspotReport(request, level, period, [], [], 0, 0, HotspotObstacle.NoVariation);
        ImmutableArray<PlaceMark> marks = [.. areas.Select((area, i) => Mark(area, i, report, values, request.Level))];
        return new HotspotReport(request, level, period, marks, Findings(period, areas, exposures, values.Average(), weights, report), areas.Length - report.Islands.Length, report.Permutations);
    }

    private static PlaceMark Mark(AreaFigure area, int i, LocalReport report, double[] values, double level)
    {
        var p = report.PSimulated[i];
        var before = p > level ? PlaceClass.None : report.Request.Method == LocalMethod.Moran ? Quadrant(i, report, values) : report.Z[i] > 0 ? PlaceClass.Hot : PlaceClass.Cold;
        return new PlaceMark(area.Area, area.Cases, area.RatePerLakh, before, ClassOf(report.Classes[i]), report.Z[i], p, report.PCorrected[i]);
    }

    // Of the value and of its neighbours: alike (I above 0) or not.
    private static PlaceClass Quadrant(int i, LocalReport report, double[] values)
    {
        var isHigh = values[i] > values.Average();
        return report.Statistic[i] >= 0 ? (isHigh ? PlaceClass.HighHigh : PlaceClass.LowLow) : isHigh ? PlaceClass.HighLow : PlaceClass.LowHigh;
    }

    private static PlaceClass ClassOf(LocalClass found) => found switch
    {
        LocalClass.Hot => PlaceClass.Hot,
        LocalClass.Cold => PlaceClass.Cold,
        LocalClass.HighHigh => PlaceClass.HighHigh,
        LocalClass.LowLow => PlaceClass.LowLow,
        LocalClass.HighLow => PlaceClass.HighLow,
        LocalClass.LowHigh => PlaceClass.LowHigh,
        _ => PlaceClass.None,
    };

    /// <summary>By cases above what the mean place would have.</summary>
    private static ImmutableArray<HotspotFinding> Findings(
        Period period, ImmutableArray<AreaFigure> areas, ImmutableArray<double> exposures, double mean, SpatialWeights weights, LocalReport report)
    {
        var findings = new List<HotspotFinding>();
        foreach (var members in NeighbourGroups.Of([.. report.Classes.Select(ClassOf)], weights))
        {
            var (cases, expected) = (members.Sum(member => areas[member].Cases ?? 0), mean * members.Sum(member => exposures[member]));
            findings.Add(Finding(period, areas, report, members, cases, expected));
        }

        return [.. findings.OrderBy(finding => finding.Class).ThenByDescending(finding => Math.Abs(finding.Cases - finding.Expected)).ThenBy(finding => finding.Place.Ordinal)];
    }

    private static HotspotFinding Finding(Period period, ImmutableArray<AreaFigure> areas, LocalReport report, List<int> members, double cases, double expected)
    {
        // The strongest stands for all.
        var strongest = members.OrderBy(member => report.PCorrected[member]).ThenByDescending(member => Math.Abs(report.Z[member])).First();
        var place = areas[strongest].Area;
        return new HotspotFinding(
            place.Code,
            ClassOf(report.Classes[strongest]),
            place,
            [place, .. members.Where(member => member != strongest).OrderBy(member => report.PCorrected[member]).Select(member => areas[member].Area)],
            period,
            cases,
            expected,
            expected > 0 ? cases / expected : null,
            report.PCorrected[strongest],
            null);
    }
}
