using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Maps;

/// <summary>Figures by area, as a semantic query run as the person.</summary>
public sealed class MapAnalysis(IIncidentQueryRunner runner)
{
    private const int Count = 0;
    private const int Rate = 1;
    private const int Change = 2;

    /// <summary>
    /// Cases, rate and change of every area of the level within the roots. An area the query has no row for had no cases:
    /// its count and, where the level has them, its rate are 0, and its change is not defined.
    /// </summary>
    public async Task<MapReport> AreasAsync(MapRequest request, JurisdictionTree tree, Viewer viewer, CancellationToken cancellationToken)
    {
        var query = new IncidentQuery
        {
            Measures = [Measure.Count, Measure.RatePerLakh, Measure.ChangeLastYear],
            Dimensions = [Dimension.Jurisdiction],
            Period = request.Period,
            Jurisdictions = [.. request.Roots.Select(root => root.Code)],
            Heads = request.Heads,
            JurisdictionLevel = request.Level,
        };
        var result = await runner.RunAsync(query, viewer, cancellationToken);
        var rows = result.Rows.ToDictionary(row => row.Keys[0]);
        var hasRates = result.Rows.Any(row => row.Values[Rate] is not null);
        return new MapReport(
            [.. request.Roots
                .SelectMany(root => tree.Within(root, request.Level))
                .DistinctBy(area => area.Id)
                .Select(area => rows.TryGetValue(area.Code, out var row)
                    ? new AreaFigure(area, row.Values[Count], row.Values[Rate], row.Values[Change], row.IsSuppressed, row.IsProtecting)
                    : new AreaFigure(area, 0, hasRates ? 0 : null, null, false))],
            result.Query);
    }
}
