using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Runs;

/// <summary>Port: runs in the database, each as its owner: the rows that every instance of the app goes by.</summary>
public interface IRunStore
{
    /// <summary>The newest runs first.</summary>
    Task<IReadOnlyList<Run>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken);

    /// <summary>The person's open run and those about the present complete months, the newest first.</summary>
    Task<IReadOnlyList<PresentRun>> ListPresentAsync(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>A new waiting run; null when there are no data, or another was opened meanwhile.</summary>
    /// <param name="versions">The kinds it computes, with their versions.</param>
    Task<Guid?> AskAsync(IReadOnlyDictionary<string, int> versions, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>A failed or cancelled run waits again.</summary>
    Task<bool> ReopenAsync(Guid run, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Ends an open run within seconds; false when it was over.</summary>
    Task<bool> CancelAsync(Guid run, Viewer viewer, CancellationToken cancellationToken);
}
