using System.Collections.Immutable;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Data.Queries;

namespace CrimeInsight.Data.Maps;

/// <summary>Where a tile's counts are read, and how fine its grid is.</summary>
internal sealed record MapTilePlan
{
    public const int CoarseZoom = 10;
    public const int FineZoom = 13;

    /// <summary>Cells along a tile's edge are 2 to this.</summary>
    private const int MostGridDepth = 5;

    /// <summary>Deepest tile whose 35 km cells still look smooth: 8 across.</summary>
    private const int DeepestCoarseTile = 7;

    /// <summary>First and last tile zoom for which the fine cells are few enough and small enough.</summary>
    private const int FirstFineTile = 7;
    private const int LastFineTile = 9;

    public required HeadPlan Heads { get; init; }

    /// <summary>Disjoint subtrees; empty: no restriction.</summary>
    public required ImmutableArray<Jurisdiction> Places { get; init; }

    /// <summary>Zoom of the finest cells.</summary>
    public required int GridZoom { get; init; }

    /// <summary>Zoom of the rollup that is read; null: the incidents themselves.</summary>
    public int? RollupZoom { get; init; }

    /// <summary>Sensitive cases could be told from the rest by one subtraction: their small cells are left out.</summary>
    public bool HidesSmallSensitive => Heads.Groups is [{ IsOneStepFromSensitive: true }];

    /// <summary>Multirange text of the places' ordinals; null: no restriction.</summary>
    public string? Ordinals => Places.IsEmpty
        ? null
        : "{" + string.Join(",", Places.Select(place => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{place.Ordinal},{place.OrdinalUntil})"))) + "}";

    /// <returns>Null when a code is unknown: nothing matches.</returns>
    public static MapTilePlan? Create(MapTileQuery query, ReferenceData reference)
    {
        var heads = query.Heads.Select(reference.Heads.Find).ToList();
        var places = query.Jurisdictions.Select(reference.Jurisdictions.Find).ToList();
        if (heads.Contains(null) || places.Contains(null) || !query.IsOnMap)
            return null;
        var plan = HeadPlan.Create(reference.Heads, [.. heads.Select(head => head!)], groupBy: null);
        ImmutableArray<Jurisdiction> within = places.Any(place => place!.Level == JurisdictionLevel.Country) ? [] : [.. places.Select(place => place!)];
        var rollup = CanRollUp(query, within) ? RollupFor(query.Zoom, plan.IsEverything) : null;
        return new MapTilePlan
        {
            Heads = plan,
            Places = within,
            RollupZoom = rollup,
            GridZoom = Math.Min(query.Zoom + MostGridDepth, rollup ?? MapCell.KeyZoom),
        };
    }

    /// <summary>Rollups are by month, head and district.</summary>
    public static bool CanRollUp(MapTileQuery query, ImmutableArray<Jurisdiction> within) =>
        query.Period.IsWholeMonths && query.Statuses.IsEmpty && query.Genders.IsEmpty
        && within.All(place => place.Level <= JurisdictionLevel.District);

    private static int? RollupFor(int tileZoom, bool isEverything) => tileZoom switch
    {
        >= FirstFineTile and <= LastFineTile when isEverything => FineZoom,
        <= DeepestCoarseTile => CoarseZoom,
        _ => null,
    };
}
