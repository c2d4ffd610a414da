using System.Collections.Immutable;
using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;

namespace CrimeInsight.Data.Import;

/// <summary>What a dry run tells with its counts.</summary>
internal sealed record Foretold(ImmutableArray<Anomaly> Anomalies, ImmutableArray<StoredMonth> StoredMonths, LikelySummary? Likely, FeatureReport? Features)
{
    public static Foretold Nothing { get; } = new([], [], null, null);
}
