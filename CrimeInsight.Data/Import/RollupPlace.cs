using System.Collections.Frozen;

namespace CrimeInsight.Data.Import;

/// <summary>A jurisdiction as rollups know it.</summary>
/// <param name="Id">Its first ordinal: edits of places move ordinals, never ids.</param>
internal sealed record RollupPlace(int Id, int? ParentId, short Level, int Ordinal)
{
    /// <summary>Of places that have moved, the first ordinal by today's; null when none has.</summary>
    public static FrozenDictionary<int, int>? FirstOrdinals(IEnumerable<RollupPlace> places) =>
        places.Where(place => place.Id != place.Ordinal).ToFrozenDictionary(place => place.Ordinal, place => place.Id) is { Count: > 0 } moved ? moved : null;
}
