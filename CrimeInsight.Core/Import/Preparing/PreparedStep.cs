using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What a step did to a file.</summary>
/// <param name="Rows">Rows that could be read in which it changed something; of duplicates those that it left out.</param>
/// <param name="Samples">The most frequent first, at most <see cref="MostSamples"/>; none of protected cases.</param>
public sealed record PreparedStep(PreparationStep Step, bool IsOn, long Rows, ImmutableArray<PreparedValue> Samples)
{
    public const int MostSamples = 50;
}
