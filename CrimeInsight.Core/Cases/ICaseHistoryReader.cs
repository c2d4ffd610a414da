using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Cases;

/// <summary>Port: where cases came from and what they were, as the person, under the same rights as the cases.</summary>
public interface ICaseHistoryReader
{
    /// <summary>Null when there is no such case that the person may see. The case itself is opened, and audited, by <see cref="ICaseReader"/>.</summary>
    Task<CaseHistory?> ReadAsync(long id, Viewer viewer, CancellationToken cancellationToken);
}
