using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;
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
        parameters.Add("leaves", plan.Heads.Leaves);
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
        parameters.Add("rollup_shift", 2 * (MapTilePlan.FineZoom - plan.GridZoom));
        parameters.Add("key_shift", 2 * (MapCell.KeyZoom - MapTilePlan.FineZoom));
        parameters.Add("grid_shift", 2 * (MapCell.KeyZoom - plan.GridZoom));
        return parameters;
    }

    private static int MonthNumber(DateOnly day) => day.Year * 12 + day.Month;
}
