using CrimeInsight.Core.Geography;
using Dapper;

namespace CrimeInsight.Data.Maps;

/// <summary>Parameters of <see cref="MapTileSql"/>.</summary>
internal static class MapTileParameters
{
    /// <summary>What is counted, wherever it lies.</summary>
    public static DynamicParameters Filters(MapTileQuery query, MapTilePlan plan)
    {
        var parameters = new DynamicParameters();
        parameters.Add("from", query.Period.From);
        parameters.Add("until", query.Period.Until);
        parameters.Add("from_month", MonthNumber(query.Period.From));
        parameters.Add("until_month", MonthNumber(query.Period.Until));
        parameters.Add("counted", plan.Heads.Counted);
        parameters.Add("sensitive", plan.HidesSmallSensitive ? plan.Heads.Sensitive : []);
        parameters.Add("nodes", plan.HidesSmallSensitive ? plan.Heads.Counted.Union(plan.Heads.Sensitive).ToArray() : plan.Heads.Counted);
        parameters.Add("leaves", plan.Heads.Leaves);
        parameters.Add("ordinary_leaves", plan.OrdinaryLeaves);
        parameters.Add("sensitive_leaves", plan.Heads.SensitiveLeaves);
        parameters.Add("ordinals", plan.Ordinals);
        parameters.Add("statuses", query.Statuses.Select(status => (short)status).ToArray());
        parameters.Add("genders", query.Genders.Select(gender => (short)gender).ToArray());
        parameters.Add("rollup_zoom", plan.Source == MapCellSource.FineRollup ? MapTilePlan.FineZoom : CoarseCells.Zoom);
        parameters.Add("coarse_shift", 2 * (MapCell.KeyZoom - CoarseCells.Zoom));
        return parameters;
    }

    /// <summary>Filters, and the cells of the tile.</summary>
    public static DynamicParameters Tile(MapTileQuery query, MapTilePlan plan)
    {
        var parameters = Filters(query, plan);
        var (from, until) = MapCellRanges.Of(query, plan.GridZoom, plan.GridZoom);
        parameters.Add("from_keys", from);
        parameters.Add("until_keys", until);
        parameters.Add("grid_zoom", plan.GridZoom);
        parameters.Add("rollup_shift", 2 * (MapTilePlan.FineZoom - plan.GridZoom));
        parameters.Add("key_shift", 2 * (MapCell.KeyZoom - MapTilePlan.FineZoom));
        parameters.Add("grid_shift", 2 * (MapCell.KeyZoom - plan.GridZoom));
        var sensitiveZoom = Math.Min(plan.GridZoom, MapCell.SensitiveZoom);
        var (sensitiveFrom, sensitiveUntil) = MapCellRanges.Of(query, plan.GridZoom, sensitiveZoom);
        parameters.Add("sensitive_zoom", sensitiveZoom);
        parameters.Add("sensitive_shift", 2 * (MapCell.KeyZoom - sensitiveZoom));
        parameters.Add("sensitive_from_keys", sensitiveFrom);
        parameters.Add("sensitive_until_keys", sensitiveUntil);
        return parameters;
    }

    private static int MonthNumber(DateOnly day) => day.Year * 12 + day.Month;
}
