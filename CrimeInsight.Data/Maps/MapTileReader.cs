using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Maps;

/// <summary>Counts cells as the person, from the cheapest source that answers exactly.</summary>
internal sealed class MapTileReader(NpgsqlDataSource dataSource, IReferenceDataReader references, CoarseCellCache coarse) : IMapTileReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    public async Task<MapTileCounts> ReadAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (MapTilePlan.Create(query, await references.GetAsync(cancellationToken)) is not { } plan)
            return new MapTileCounts(query.Zoom, [], "");
        var rows = plan.Source == MapCellSource.CoarseCells
            ? (await coarse.GetAsync(query, plan, viewer, cancellationToken)).Within(query, plan.GridZoom)
            : await ReadAsync(query, plan, viewer, cancellationToken);
        return new MapTileCounts(plan.GridZoom, [.. rows.Where(row => row.Cases > 0).Select(row => Shown(row, plan.GridZoom))], plan.Source.ToString());
    }

    public async ValueTask<double> ReadMeanDensityAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var plan = MapTilePlan.Create(query with { Zoom = 0, X = 0, Y = 0 }, await references.GetAsync(cancellationToken));
        return plan is null ? 0 : (await coarse.GetAsync(query, plan, viewer, cancellationToken)).MeanDensity;
    }

    private async Task<IEnumerable<MapCellRow>> ReadAsync(MapTileQuery query, MapTilePlan plan, Viewer viewer, CancellationToken cancellationToken)
    {
        var sql = plan.Source == MapCellSource.FineRollup
            ? MapTileSql.Rollup(!plan.Places.IsEmpty)
            : MapTileSql.Incidents(!plan.Places.IsEmpty, !query.Statuses.IsEmpty, !query.Genders.IsEmpty);
        return await PersonSession.ReadAsync(dataSource, viewer, s_timeout, session => session.Connection.QueryAsync<MapCellRow>(
            new CommandDefinition(sql, MapTileParameters.Tile(query, plan), session.Transaction, cancellationToken: cancellationToken)), cancellationToken);
    }

    private static MapCellCount Shown(MapCellRow row, int zoom)
    {
        var (x, y) = MapCell.CellAt(row.Cell << (2 * (MapCell.KeyZoom - zoom)), zoom);
        return new MapCellCount(zoom, x, y, row.Cases);
    }
}
