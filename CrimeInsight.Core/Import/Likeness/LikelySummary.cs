using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>How many pairs a batch has that may be one case.</summary>
/// <param name="Reaching">Open pairs that reach each of <see cref="LikenessResult.Scores"/>.</param>
/// <param name="ByChance">Pairs of different cases that were expected to; empty while nobody has looked.</param>
/// <param name="Same">Decided to be one case.</param>
/// <param name="Different">Decided to be two.</param>
public sealed record LikelySummary(ImmutableArray<int> Reaching, ImmutableArray<double> ByChance, int Same, int Different)
{
    /// <summary>Twins of the batch were sought.</summary>
    public bool IsSearched => !ByChance.IsDefaultOrEmpty;

    public int Open => Reaching.IsDefaultOrEmpty ? 0 : Reaching[0];
}
