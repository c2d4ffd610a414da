using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Tests.Support;

/// <summary>Stored is what a test gives of a kind, whatever is asked; nothing otherwise.</summary>
internal sealed class FakeResults : IResultStore
{
    /// <summary>What was asked for.</summary>
    public List<ResultKey> Asked { get; } = [];

    /// <summary>By kind of result.</summary>
    public Dictionary<string, object> Stored { get; } = [];

    public DateTimeOffset ComputedAt { get; set; }

    public Task<StoredResult<TReport>?> FindAsync<TReport>(ResultKey key, Viewer viewer, CancellationToken cancellationToken)
        where TReport : class
    {
        lock (Asked)
            Asked.Add(key);
        return Task.FromResult(Stored.TryGetValue(key.Kind, out var report) ? new StoredResult<TReport>((TReport)report, ComputedAt) : null);
    }

    public Task StoreAsync(
        RunClaim claim,
        Jurisdiction place,
        ImmutableArray<string> kinds,
        IReadOnlyCollection<ComputedResult> results,
        IReadOnlyDictionary<string, long> counts,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tests of pages store nothing.");
}
