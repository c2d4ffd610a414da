using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Maps;

/// <summary>Figures by area, as a semantic query run as the person.</summary>
public sealed class MapAnalysis(IIncidentQueryRunner runner)
{
    private const int Count = 0;
    private const int Rate = 1;
    private const int LastYear = 3;

    /// <summary>
    /// Cases, rate and change of every area of the level within the scope. An area the query has no row for had no cases:
    /// its count and, where the level has them, its rate are 0, and there is nothing to compare with; unless cases are withheld,
    /// which may be its own.
    /// </summary>
    public async Task<MapReport> AreasAsync(MapRequest request, CancellationToken cancellationToken)
    {
        var scope = request.Scope;
        var query = scope.Query(Measure.Count, Measure.RatePerLakh, Measure.ChangeLastYear, Measure.CountLastYear) with
        {
            Dimensions = [Dimension.Jurisdiction],
            Jurisdictions = [.. scope.Within.Select(root => root.Code)],
            JurisdictionLevel = request.Level,
            Audience = request.Audience,
        };
        var result = await runner.RunAsync(query, scope.Viewer, cancellationToken);
        var rows = result.Rows.ToDictionary(row => row.Keys[0].Code);
        var hasRates = result.Rows.Any(row => row.Values[Rate] is not null);
        return new MapReport(
            [.. scope.Within
                .SelectMany(root => scope.Reference.Jurisdictions.Within(root, request.Level))
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

    /// <summary>Cases within the scope that are known for none of the areas; null when the areas add up by themselves.</summary>
    public async Task<RestOfPlaces?> RestAsync(MapReport report, Scope scope, CancellationToken cancellationToken)
    {
        if (report.Withheld is not null)
            return null;
        var query = report.Query with { Measures = [Measure.Count], Dimensions = [], JurisdictionLevel = null };
        var whole = await runner.RunAsync(query, scope.Viewer, cancellationToken);
        return RestOfPlaces.Of(whole, [.. report.Areas.Select(area => new QueryRow([], [area.Cases], area.IsSuppressed))], scope.IsSensitive);
    }
}
