using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Features;

/// <summary>How many rows of a file would have which features. Protected cases have none.</summary>
/// <param name="Rows">Rows that have features.</param>
/// <param name="Repeats">With an earlier case of the head in the station in the 30 days before.</param>
/// <param name="NearRepeats">With one within 500 metres.</param>
public sealed record FeatureReport(
    long Rows, long Weekend, long Festival, long Repeats, long NearRepeats, ImmutableArray<FeatureSample> Samples);
