using System.Collections.Immutable;
using CrimeInsight.Core.Import.Foresight;

namespace CrimeInsight.Data.Import;

/// <summary>What a dry run tells with its counts.</summary>
internal sealed record Foretold(ImmutableArray<Anomaly> Anomalies, ImmutableArray<StoredMonth> StoredMonths)
{
    public static Foretold Nothing { get; } = new([], []);
}
