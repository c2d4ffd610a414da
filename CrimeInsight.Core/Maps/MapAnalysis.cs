using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Maps;

/// <summary>Figures by area, as a semantic query run as the person.</summary>
public sealed class MapAnalysis(IIncidentQueryRunner runner)
{
    private const int Count = 0;
    private const int Rate = 1;
    private const int LastYear = 3;

    /// <summary>
    /// Cases, rate and change of every area of the level within the roots. An area the query has no row for had no cases:
    /// its count and, where the level has them, its rate are 0, and there is nothing to compare with; unless cases are withheld,
    /// which may be its own.
    /// </summary>
    public async Task<MapReport> AreasAsync(MapRequest request, JurisdictionTree tree, Viewer viewer, CancellationToken cancellationToken)
    {
        var query = new IncidentQuery
        {
            Measures = [Measure.Count, Measure.RatePerLakh, Measure.ChangeLastYear, Measure.CountLastYear],
            Dimensions = [Dimension.Jurisdiction],
            Period = request.Period,
            Jurisdictions = [.. request.Roots.Select(root => root.Code)],
            Heads = request.Heads,
            JurisdictionLevel = request.Level,
            Audience = request.Audience,
        };
        var result = await runner.RunAsync(query, viewer, cancellationToken);
        var rows = result.Rows.ToDictionary(row => row.Keys[0]);
        var hasRates = result.Rows.Any(row => row.Values[Rate] is not null);
        return new MapReport(
            [.. request.Roots
                .SelectMany(root => tree.Within(root, request.Level))
                .DistinctBy(area => area.Id)
                .Select(area => rows.TryGetValue(area.Code, out var row)
                    ? new AreaFigure(area, row.Values[Count], row.Values[Rate], row.Values[LastYear], row.IsSuppressed, row.IsProtecting)
                    : result.Withheld is not null
                        ? new AreaFigure(area, null, null, null, IsSuppressed: true, IsProtecting: true)
                        : new AreaFigure(area, 0, hasRates ? 0 : null, null, false))],
            result.Query)
        {
            Withheld = result.Withheld,
        };
    }

    /// <summary>Cases within the roots that are known for none of the areas; null when the areas add up by themselves.</summary>
    public async Task<RestOfPlaces?> RestAsync(MapReport report, CrimeHeadTree heads, Viewer viewer, CancellationToken cancellationToken)
    {
        if (report.Withheld is not null)
            return null;
        var query = report.Query with { Measures = [Measure.Count], Dimensions = [], JurisdictionLevel = null };
        var whole = await runner.RunAsync(query, viewer, cancellationToken);
        return RestOfPlaces.Of(whole, [.. report.Areas.Select(area => new QueryRow([], [area.Cases], area.IsSuppressed))], query.Heads.Any(head => RestOfPlaces.IsSensitive(heads, head)));
    }
}
