using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Queries;

/// <summary>Port: runs semantic queries within a person's rights.</summary>
public interface IIncidentQueryRunner
{
    /// <summary>
    /// Runs a query as a person. Rows outside the person's jurisdictions do not exist for it: a filter on them gives
    /// no rows, not an error. Small cells of sensitive heads come back suppressed, and what may not be divided as asked is
    /// not in the rows (<see cref="QueryResult.Withheld"/>).
    /// </summary>
    /// <exception cref="InvalidQueryException">The query is not valid; carries every problem.</exception>
    Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken);
}
