using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Sources;

/// <summary>
/// Port: sources and their runs, as an administrator who owns them or manages their owner. Whoever may not see a source finds none.
/// </summary>
public interface ISourceStore
{
    /// <summary>By name, each with its newest run.</summary>
    Task<IReadOnlyList<Source>> ListAsync(Viewer viewer, CancellationToken cancellationToken);

    Task<Source?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken);

    /// <summary>Runs of a source, newest first.</summary>
    Task<IReadOnlyList<SourceRun>> RunsAsync(Viewer viewer, Guid sourceId, int most, CancellationToken cancellationToken);

    /// <summary>Adds a source, or changes one, with a line in the trail.</summary>
    /// <param name="hiddenSecret">Encrypted; null: none.</param>
    /// <exception cref="SourceException">The name is taken.</exception>
    /// <exception cref="UnauthorizedAccessException">The viewer does not manage its owner.</exception>
    Task SaveAsync(Viewer viewer, Guid id, SourceEdit edit, string? hiddenSecret, DateTimeOffset? nextAt, CancellationToken cancellationToken);

    /// <summary>Pauses a source, or lets it go on, with a line in the trail.</summary>
    Task PauseAsync(Viewer viewer, Guid id, bool isPaused, DateTimeOffset? nextAt, CancellationToken cancellationToken);

    /// <summary>Forgets a source and its runs, with a line in the trail; what it brought stays.</summary>
    Task DeleteAsync(Viewer viewer, Guid id, CancellationToken cancellationToken);

    /// <summary>Asks for a run now.</summary>
    /// <returns>Its key; null when one is under way.</returns>
    Task<Guid?> AskAsync(Viewer viewer, Guid id, bool byClock, CancellationToken cancellationToken);

    /// <summary>The next run to be worked on, whosever it is: one at a time. Null: none.</summary>
    Task<SourceTurn?> ClaimAsync(CancellationToken cancellationToken);

    /// <summary>Begins a run that waits, or that a process which is gone left behind.</summary>
    /// <returns>Null when it is another's or over.</returns>
    Task<SourceRun?> BeginAsync(Viewer viewer, Guid runId, CancellationToken cancellationToken);

    /// <summary>Says that a run is being worked on.</summary>
    /// <returns>False when it is over or gone.</returns>
    Task<bool> TellAsync(Viewer viewer, Guid runId, CancellationToken cancellationToken);

    /// <summary>Notes the file a run has taken.</summary>
    Task NoteFileAsync(Viewer viewer, SourceRun run, CancellationToken cancellationToken);

    /// <summary>Ends a run and says when the source is read next.</summary>
    /// <param name="mark">Of the content that was dealt with; null leaves the one of before.</param>
    Task EndAsync(Viewer viewer, SourceRun run, string? mark, DateTimeOffset nextAt, CancellationToken cancellationToken);

    /// <summary>Gives a run back for another process to begin.</summary>
    Task ReleaseAsync(Viewer viewer, Guid runId, CancellationToken cancellationToken);

    /// <summary>Such content of the source is in the data, or waits for a decision.</summary>
    Task<bool> IsKnownAsync(Viewer viewer, Guid sourceId, string sha256, CancellationToken cancellationToken);
}
