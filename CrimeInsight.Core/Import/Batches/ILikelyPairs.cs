using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Batches;

/// <summary>
/// Port: cases of batches that may be one, as the person and within their jurisdictions. Nothing leaves the data unless somebody decides it. What is
/// decided is audited and, like an import, waits until no other change is under way.
/// </summary>
public interface ILikelyPairs
{
    Task<LikelySummary> SummaryAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Pairs whose two cases the person may see, the most probable first.</summary>
    /// <param name="isOpen">Those to be decided; otherwise those that are.</param>
    Task<IReadOnlyList<LikelyPair>> ListAsync(Guid batch, bool isOpen, int limit, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Seeks the twins of a batch's cases, in the batch and among what was stored before it. Decided pairs stay decided.</summary>
    /// <exception cref="BatchRefusedException">There is no such batch, or it is rolled back.</exception>
    Task<LikelySummary> SearchAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Decides pairs, or with null takes back what was decided of them. Rolling a batch back does so, too.</summary>
    /// <exception cref="BatchRefusedException">None of them can be decided so.</exception>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator, or not of these cases.</exception>
    Task DecideAsync(
        Guid batch, IReadOnlyList<(long FirstId, long SecondId)> pairs, PairDecision? decision, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Decides all open pairs whose score lies in a range, the end exclusive.</summary>
    /// <returns>How many.</returns>
    /// <inheritdoc cref="DecideAsync(Guid, IReadOnlyList{ValueTuple{long, long}}, PairDecision?, Viewer, CancellationToken)" path="/exception"/>
    Task<int> DecideAsync(Guid batch, double from, double until, PairDecision decision, Viewer viewer, CancellationToken cancellationToken);
}
