using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Core.Hotspots.Association;

/// <summary>
/// Places compared with their neighbours by a local statistic of how far their cases are from equal risk. Neighbouring places of
/// one class are one finding. Places far off all others are not tested.
/// </summary>
internal abstract class AssociationMethod<TSettings, TReport> : PlacesMethod<TSettings, TReport>
    where TSettings : NeighbourSettings, new()
    where TReport : AssociationReport
{
    protected abstract LocalMethod Statistic { get; }

    /// <summary>The report about a study.</summary>
    internal TReport Find(HotspotSearch search, PlaceStudy study, TSettings settings, CancellationToken cancellationToken)
    {
        var areas = study.Areas;
        double[] cases = [.. areas.Select(area => area.Cases ?? 0)];
        var neighbours = Math.Min(settings.Neighbours, areas.Length - 1);
        var none = Empty(search, settings) with
        {
            Comparison = new Comparison(study.Background, (int)cases.Sum(), study.Background is null ? 0 : (int)study.Population.Sum(), study.ComparedPeriod),
            Neighbours = neighbours,
        };
        if (study.Population.Sum() <= 0)
            return none with { Obstacle = HotspotObstacle.TooFewCases };
        var points = new DegreePoints([.. areas.Select(area => area.Area.Point!.Value.Latitude)], [.. areas.Select(area => area.Area.Point!.Value.Longitude)]);
        var weights = SpatialWeights.NearNeighbours(points, neighbours);
        var outcome = LocalRates.Run(
            cases, study.Population.AsSpan(), weights, new LocalRequest(Statistic, seed: settings.Seed, level: settings.Significance), search.Threads,
            cancellationToken);
        return outcome is LocalReport report
            ? none with
            {
                Marks = [.. areas.Select((area, i) => Mark(area, i, report))],
                Areas = Findings(search.Period, areas, weights, report),
                Tested = areas.Length - report.Islands.Length,
                Replicas = report.Permutations,
            }
            : none with { Obstacle = outcome is LocalImpossible { Obstacle: LocalObstacle.NoVariation } ? HotspotObstacle.NoVariation
                : HotspotObstacle.TooFewPlaces };
    }

    protected override async Task<TReport?> FindAsync(
        HotspotSearch search, ImmutableArray<string> heads, TSettings settings, CancellationToken cancellationToken)
    {
        var (study, obstacle) = await PlaceStudyReader.ReadAsync(search, heads, settings, cancellationToken).ConfigureAwait(false);
        if (study is null)
            return obstacle == HotspotObstacle.Withheld ? null : Empty(search, settings, obstacle);
        return await Task.Run(() => Find(search, study, settings, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static PlaceMark Mark(AreaFigure area, int i, LocalReport report)
    {
        var after = ClassOf(report.Classes[i]);
        return after == PlaceClass.Untested
            ? new PlaceMark(area.Area, area.Cases, area.RatePerLakh, after, after)
            : new PlaceMark(area.Area, area.Cases, area.RatePerLakh, ClassOf(report.Before[i]), after, report.Z[i], report.PSimulated[i], report.PCorrected[i]);
    }

    private static PlaceClass ClassOf(LocalClass found) => found switch
    {
        LocalClass.Hot => PlaceClass.Hot,
        LocalClass.Cold => PlaceClass.Cold,
        LocalClass.HighHigh => PlaceClass.HighHigh,
        LocalClass.LowLow => PlaceClass.LowLow,
        LocalClass.HighLow => PlaceClass.HighLow,
        LocalClass.LowHigh => PlaceClass.LowHigh,
        LocalClass.NoNeighbours or LocalClass.NobodyAtRisk => PlaceClass.Untested,
        _ => PlaceClass.None,
    };

    /// <summary>By cases above what equal risk would give.</summary>
    private static ImmutableArray<NeighbourFinding> Findings(Period period, ImmutableArray<AreaFigure> areas, SpatialWeights weights, LocalReport report)
    {
        PlaceClass[] classes = [.. report.Classes.Select(ClassOf).Select(found => found == PlaceClass.Untested ? PlaceClass.None : found)];
        var findings = NeighbourGroups.Of(classes, weights).Select(members => Finding(period, areas, weights, report, members));
        return [.. findings.OrderBy(finding => finding.Class).ThenByDescending(finding => Math.Abs(finding.Cases - finding.Expected))
            .ThenBy(finding => finding.Place.Ordinal)];
    }

    private static NeighbourFinding Finding(Period period, ImmutableArray<AreaFigure> areas, SpatialWeights weights, LocalReport report, List<int> members)
    {
        // The strongest stands for all.
        var strongest = members.OrderBy(member => report.PCorrected[member]).ThenByDescending(member => Math.Abs(report.Z[member])).First();
        var place = areas[strongest].Area;
        var neighbours = members.SelectMany(member => weights.NeighboursOf(member).ToArray()).Distinct();
        int[] tested = [.. report.Request.Method == LocalMethod.Moran ? neighbours.Except(members) : neighbours.Union(members)];
        var (cases, expected) = Sum(areas, report, members);
        return new NeighbourFinding
        {
            Key = place.Code,
            Class = ClassOf(report.Classes[strongest]),
            Place = place,
            Places = [place, .. members.Where(member => member != strongest).OrderBy(member => report.PCorrected[member]).Select(member => areas[member].Area)],
            Period = period,
            Cases = cases,
            Expected = expected,
            RelativeRisk = expected > 0 ? cases / expected : null,
            P = report.PCorrected[strongest],
            Around = tested.Length > 0 ? Sum(areas, report, tested) : null,
        };
    }

    private static (double Cases, double Expected) Sum(ImmutableArray<AreaFigure> areas, LocalReport report, IEnumerable<int> places)
    {
        var (cases, expected) = (0.0, 0.0);
        foreach (var place in places)
            (cases, expected) = (cases + (areas[place].Cases ?? 0), expected + report.Rates!.Expected[place]);
        return (cases, expected);
    }
}
