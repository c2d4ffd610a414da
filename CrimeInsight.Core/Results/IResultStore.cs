using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Results;

/// <summary>Port: results computed in the background, of whatever kind.</summary>
public interface IResultStore
{
    /// <summary>
    /// The result for exactly this question, while its data are the present ones; null when there is none, or the person may not
    /// see all of its place.
    /// </summary>
    Task<StoredResult<TReport>?> FindAsync<TReport>(ResultKey key, Viewer viewer, CancellationToken cancellationToken)
        where TReport : class;

    /// <summary>Stores what came of a unit, in the place of all that was stored of these kinds about its place, and that the unit is done.</summary>
    /// <param name="kinds">Kinds of result that the unit computes.</param>
    /// <param name="counts">What is told of it in the run, by name.</param>
    Task StoreAsync(
        RunClaim claim,
        Jurisdiction place,
        ImmutableArray<string> kinds,
        IReadOnlyCollection<ComputedResult> results,
        IReadOnlyDictionary<string, long> counts,
        CancellationToken cancellationToken);
}
