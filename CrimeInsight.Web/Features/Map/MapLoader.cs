using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Loads what a map needs: figures, and the state of its shapes.</summary>
public sealed class MapLoader(MapAnalysis analysis, CoverageAnalysis coverages, IBoundaryReader boundaries, MapCredits credits)
{
    public async Task<MapFigures> LoadAsync(MapPageState state, CancellationToken cancellationToken)
    {
        var context = state.Context;
        var report = await analysis.AreasAsync(state.Request, cancellationToken);
        var rest = await analysis.RestAsync(report, context, cancellationToken);
        // Without a year before there is nothing to compare with.
        var areas = context.HasLastYear ? report.Areas : [.. report.Areas.Select(area => area with { CasesLastYear = null })];
        var figures = await WithShapesAsync(state, report with { Areas = areas, Rest = rest }, cancellationToken);
        return areas.Any(area => area.RatePerLakh is not null)
            ? figures with
            {
                Coverage = await coverages.OfAsync(context, cancellationToken),
                ByArea = await coverages.ByPlaceAsync(context, state.Level, cancellationToken),
            }
            : figures;
    }

    /// <summary>The same figures with the shapes there are now.</summary>
    public async Task<MapFigures> WithShapesAsync(MapPageState state, MapReport report, CancellationToken cancellationToken)
    {
        var shapes = await boundaries.ReadAsync(MapSources.LevelOf(state.AreaLayer), MapSources.StateOf(state), cancellationToken);
        var land = await boundaries.ReadAsync(BoundaryLevel.State, null, cancellationToken);
        return new MapFigures(report, shapes.Version, shapes.Count > 0, shapes.IsApproximate) { Credits = [.. credits.Of(shapes, land)] };
    }
}
