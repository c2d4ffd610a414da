using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Queries;

namespace CrimeInsight.Data.Maps;

/// <summary>Where a tile's counts are read, and how fine its grid is.</summary>
internal sealed record MapTilePlan
{
    public const int FineZoom = 13;

    /// <summary>Cells along a tile's edge are 2 to this.</summary>
    private const int MostGridDepth = 5;

    /// <summary>Deepest tile that shows 35 km cells whatever is asked for; one deeper they are still smooth, 8 across.</summary>
    private const int LastCoarseTile = 6;

    /// <summary>Deepest tile whose fine cells are small enough, 16 across.</summary>
    private const int LastFineTile = 9;

    public required HeadPlan Heads { get; init; }

    /// <summary>Disjoint subtrees; empty: no restriction.</summary>
    public required ImmutableArray<Jurisdiction> Places { get; init; }

    /// <summary>Zoom of the finest cells.</summary>
    public required int GridZoom { get; init; }

    public required MapCellSource Source { get; init; }

    /// <summary>The rollups, which are by month, head and district, can answer.</summary>
    public required bool CanRollUp { get; init; }

    /// <summary>Multirange text of the places' ordinals; null: no restriction.</summary>
    public string? Ordinals => Places.IsEmpty
        ? null
        : "{" + string.Join(
            ",", Places.Select(place => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{place.Ordinal},{place.OrdinalUntil})"))) + "}";

    /// <returns>Null when a code is unknown or all heads are sensitive: there is nothing to draw.</returns>
    public static MapTilePlan? Create(MapTileQuery query, ReferenceData reference)
    {
        var heads = query.Heads.Select(reference.Heads.Find).ToList();
        var places = query.Jurisdictions.Select(reference.Jurisdictions.Find).ToList();
        if (heads.Contains(null) || places.Contains(null) || !query.IsOnMap)
            return null;
        var plan = HeadPlan.Create(reference.Heads, [.. heads.Select(head => head!)], groupBy: null);
        if (plan.Groups is [{ IsWhollySensitive: true }])
            return null;
        ImmutableArray<Jurisdiction> within = places.Any(place => place!.Level == JurisdictionLevel.Country) ? [] : [.. places.Select(place => place!)];
        var canRollUp = query.Period.IsWholeMonths && query.Statuses.IsEmpty && query.Genders.IsEmpty
            && within.All(place => place.Level <= JurisdictionLevel.District);
        var source = SourceOf(query.Zoom, canRollUp, plan.IsEverything);
        return new MapTilePlan
        {
            Heads = plan,
            Places = within,
            Source = source,
            CanRollUp = canRollUp,
            GridZoom = Math.Min(query.Zoom + MostGridDepth, FinestOf(source)),
        };
    }

    private static MapCellSource SourceOf(int tileZoom, bool canRollUp, bool isEverything) => tileZoom switch
    {
        <= LastCoarseTile => MapCellSource.CoarseCells,
        <= LastFineTile when canRollUp && isEverything => MapCellSource.FineRollup,
        LastCoarseTile + 1 when canRollUp => MapCellSource.CoarseCells,
        _ => MapCellSource.Incidents,
    };

    private static int FinestOf(MapCellSource source) => source switch
    {
        MapCellSource.CoarseCells => CoarseCells.Zoom,
        MapCellSource.FineRollup => FineZoom,
        _ => MapCell.KeyZoom,
    };
}
