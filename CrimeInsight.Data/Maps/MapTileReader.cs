using System.Collections.Concurrent;
using System.Globalization;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Queries;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Maps;

/// <summary>Counts cells as the person, from the cheapest table that answers exactly.</summary>
internal sealed class MapTileReader(NpgsqlDataSource dataSource, IReferenceDataReader references, IDataStatusReader status) : IMapTileReader
{
    private const int MostRememberedDensities = 500;

    /// <summary>A cell of zoom 10 in the middle of the country, 22° N.</summary>
    private const double CoarseCellSquareKilometres = 36.3 * 36.3;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Lazy<Task<double>>> _densities = new(StringComparer.Ordinal);

    public async Task<MapTileCounts> ReadAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (MapTilePlan.Create(query, await references.GetAsync(cancellationToken)) is not { } plan)
            return new MapTileCounts(query.Zoom, [], "");
        var (sql, source) = plan.RollupZoom is null
            ? (MapTileSql.Incidents(Ordinary(plan).Length > 0, plan.Heads.SensitiveLeaves.Length > 0, !plan.Places.IsEmpty, !query.Statuses.IsEmpty, !query.Genders.IsEmpty), "incident")
            : (MapTileSql.Rollup(!plan.Places.IsEmpty), "rollup_cell");
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, s_timeout, cancellationToken);
        var rows = await session.Connection.QueryAsync<CellCountRow>(
            new CommandDefinition(sql, Parameters(query, plan), session.Transaction, cancellationToken: cancellationToken));
        return new MapTileCounts(plan.GridZoom, Merge(rows.Select(row => Shown(row, plan)).Where(cell => cell.Cases > 0)), source);
    }

    public async ValueTask<double> ReadMeanDensityAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var version = (await status.GetAsync(cancellationToken)).Version;
        var key = string.Create(CultureInfo.InvariantCulture,
            $"{version} {viewer.PersonId} {query.Period.From:yyyyMM} {query.Period.Until:yyyyMMdd} {string.Join(',', query.Heads)} {string.Join(',', query.Jurisdictions)}");
        if (_densities.Count > MostRememberedDensities)
            _densities.Clear();
        // The reading belongs to all who wait for it: it does not stop with the first of them.
        var reading = _densities.GetOrAdd(key, _ => new Lazy<Task<double>>(() => MeanDensityAsync(query, viewer, CancellationToken.None)));
        try
        {
            return await reading.Value.WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _densities.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<double> MeanDensityAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        if (MapTilePlan.Create(query, reference) is not { } plan)
            return 0;
        var parameters = new DynamicParameters();
        AddFilters(parameters, query, plan with { Places = [.. plan.Places.Select(place => reference.Jurisdictions.AncestorAt(place, JurisdictionLevel.District) ?? place)] });
        parameters.Add("rollup_zoom", MapTilePlan.CoarseZoom);
        parameters.Add("from", new DateOnly(query.Period.From.Year, query.Period.From.Month, 1));
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, s_timeout, cancellationToken);
        var (cases, cells) = await session.Connection.QuerySingleAsync<(long, long)>(
            new CommandDefinition(MapTileSql.OccupiedCells(!plan.Places.IsEmpty), parameters, session.Transaction, cancellationToken: cancellationToken));
        return cells == 0 ? 0 : cases / (cells * CoarseCellSquareKilometres);
    }

    private static DynamicParameters Parameters(MapTileQuery query, MapTilePlan plan)
    {
        var parameters = new DynamicParameters();
        AddFilters(parameters, query, plan);
        var cellZoom = plan.RollupZoom is null ? plan.GridZoom : Math.Min(plan.GridZoom, plan.RollupZoom.Value);
        var (from, until) = MapCellRanges.Of(query, plan.GridZoom, cellZoom);
        parameters.Add("from_keys", from);
        parameters.Add("until_keys", until);
        parameters.Add("grid_zoom", plan.GridZoom);
        if (plan.RollupZoom is { } rollup)
        {
            parameters.Add("rollup_zoom", rollup);
            parameters.Add("rollup_shift", 2 * (rollup - plan.GridZoom));
            parameters.Add("key_shift", 2 * (MapCell.KeyZoom - rollup));
            return parameters;
        }

        var sensitiveZoom = Math.Min(plan.GridZoom, MapCell.SensitiveZoom);
        var (sensitiveFrom, sensitiveUntil) = MapCellRanges.Of(query, plan.GridZoom, sensitiveZoom);
        parameters.Add("grid_shift", 2 * (MapCell.KeyZoom - plan.GridZoom));
        parameters.Add("sensitive_zoom", sensitiveZoom);
        parameters.Add("sensitive_shift", 2 * (MapCell.KeyZoom - sensitiveZoom));
        parameters.Add("sensitive_from_keys", sensitiveFrom);
        parameters.Add("sensitive_until_keys", sensitiveUntil);
        parameters.Add("sensitive_leaves", plan.Heads.SensitiveLeaves);
        parameters.Add("ordinary_leaves", Ordinary(plan));
        return parameters;
    }

    private static void AddFilters(DynamicParameters parameters, MapTileQuery query, MapTilePlan plan)
    {
        parameters.Add("from", query.Period.From);
        parameters.Add("until", query.Period.Until);
        parameters.Add("counted", plan.Heads.Counted);
        parameters.Add("sensitive", plan.HidesSmallSensitive ? plan.Heads.Sensitive : []);
        parameters.Add("nodes", plan.HidesSmallSensitive ? plan.Heads.Nodes : plan.Heads.Counted);
        parameters.Add("ordinals", plan.Ordinals);
        parameters.Add("statuses", query.Statuses.Select(status => (short)status).ToArray());
        parameters.Add("genders", query.Genders.Select(gender => (short)gender).ToArray());
    }

    private static short[] Ordinary(MapTilePlan plan) => [.. plan.Heads.Leaves.Except(plan.Heads.SensitiveLeaves)];

    private static MapCellCount Shown(CellCountRow row, MapTilePlan plan)
    {
        var (x, y) = MapCell.CellAt(row.Cell << (2 * (MapCell.KeyZoom - row.Zoom)), row.Zoom);
        var isSmall = plan.HidesSmallSensitive && row.Sensitive is > 0 and < CellSuppression.Threshold;
        return new MapCellCount(row.Zoom, x, y, isSmall ? row.Cases - row.Sensitive : row.Cases);
    }

    // A coarse grid has cells with ordinary and with sensitive cases, counted apart.
    private static List<MapCellCount> Merge(IEnumerable<MapCellCount> cells) =>
        [.. cells.GroupBy(cell => (cell.Zoom, cell.X, cell.Y)).Select(same => new MapCellCount(same.Key.Zoom, same.Key.X, same.Key.Y, same.Sum(cell => cell.Cases)))];

    private sealed record CellCountRow(int Zoom, long Cell, long Cases, long Sensitive);
}
