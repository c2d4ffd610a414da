using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Cases;

/// <summary>Port: single cases, read as the person, within the rows the database grants them.</summary>
public interface ICaseReader
{
    /// <summary>A page of cases. Listing protected cases or a sensitive head, and looking for a number, is written to the audit trail.</summary>
    Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// One case, written to the audit trail in the transaction that reads it: no row, no view. Null when there is none, or
    /// none that the person may see; the two cannot be told apart.
    /// </summary>
    Task<CaseDetails?> OpenAsync(long id, Viewer viewer, CancellationToken cancellationToken);
}
