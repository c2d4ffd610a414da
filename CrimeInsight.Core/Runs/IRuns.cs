using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Runs;

/// <summary>Port: runs as an administrator sees and steers them, with their rows in the audit trail.</summary>
public interface IRuns
{
    /// <summary>The newest runs first.</summary>
    Task<IReadOnlyList<Run>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a run as this person: the open one if there is one, what an earlier run left undone, or, when all is up to
    /// date, everything again.
    /// </summary>
    /// <exception cref="OperatorException">The person is no administrator, or there are no data.</exception>
    Task StartAsync(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Ends an open run within seconds; what is stored stays. False when it was over.</summary>
    Task<bool> CancelAsync(Guid runId, Viewer viewer, CancellationToken cancellationToken);
}
