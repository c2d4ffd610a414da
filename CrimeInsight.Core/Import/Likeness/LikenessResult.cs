using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Pairs that may be one case, the most probable first.</summary>
/// <param name="ByChance">
/// For each of <see cref="Scores"/>: how many pairs of different cases are expected to reach it. Counted, not modelled: what cases of the same
/// stations one and two weeks apart would score if they were of one day.
/// </param>
/// <param name="Compared">Pairs that were compared.</param>
public sealed record LikenessResult(ImmutableArray<TwinPair> Pairs, ImmutableArray<double> ByChance, long Compared)
{
    /// <summary>Pairs below the first are not listed.</summary>
    public static ImmutableArray<double> Scores { get; } = [0.5, 0.7, 0.9, 0.99];
}
