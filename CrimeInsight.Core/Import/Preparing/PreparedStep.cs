using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What a step did to a file.</summary>
/// <param name="Rows">Accepted rows in which it changed something.</param>
/// <param name="Samples">The most frequent first, at most <see cref="MostSamples"/>; none of what may tell of a protected case.</param>
public sealed record PreparedStep(PreparationStep Step, bool IsOn, long Rows, ImmutableArray<PreparedValue> Samples)
{
    public const int MostSamples = 50;
}
