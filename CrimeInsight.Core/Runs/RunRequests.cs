using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Runs;

/// <summary>Opens runs and wakes the processes that work on them.</summary>
public sealed class RunRequests(IRunStore runs, IEnumerable<IRunPart> parts, IRunQueue queue)
{
    private readonly Dictionary<string, int> _versions = parts.ToDictionary(part => part.Kind, part => part.Version);

    /// <summary>
    /// Sees to it that the present data are computed, of every kind as this version does: nothing when they are, or when
    /// somebody cancelled that. An open run gets the processes that do not work on it yet.
    /// </summary>
    public async Task EnsureAsync(Viewer owner, CancellationToken cancellationToken)
    {
        var present = await runs.ListPresentAsync(owner, cancellationToken).ConfigureAwait(false);
        if (present.FirstOrDefault(run => run.IsOpen) is { } open)
        {
            if (open.IsStale || (open.State == RunState.Running && open.Workers < queue.Processes))
                Wake(open.Id, owner, open.IsStale ? queue.Processes : queue.Processes - open.Workers);
        }
        else if (Missing(present) is { Count: > 0 } missing)
        {
            Wake(await runs.AskAsync(missing, owner, cancellationToken).ConfigureAwait(false), owner, queue.Processes);
        }
    }

    /// <summary>Asks for a run: the open one, what is left of a failed or cancelled one or not computed yet, else all again.</summary>
    /// <returns>The run; null when there are no data.</returns>
    public async Task<Guid?> StartAsync(Viewer owner, CancellationToken cancellationToken)
    {
        var present = await runs.ListPresentAsync(owner, cancellationToken).ConfigureAwait(false);
        var open = present.FirstOrDefault(run => run.IsOpen);
        var run = open?.Id;
        if (open is null && present is [{ State: RunState.Failed or RunState.Cancelled } left, ..])
        {
            await runs.ReopenAsync(left.Id, owner, cancellationToken).ConfigureAwait(false);
            run = left.Id;
        }

        run ??= await runs.AskAsync(Missing(present) is { Count: > 0 } missing ? missing : _versions, owner, cancellationToken).ConfigureAwait(false);
        return Wake(run, owner, queue.Processes);
    }

    private Dictionary<string, int> Missing(IReadOnlyList<PresentRun> present) => _versions
        .Where(kind => !present.Any(run => run.Versions.TryGetValue(kind.Key, out var known) && known >= kind.Value))
        .ToDictionary();

    private Guid? Wake(Guid? run, Viewer owner, int processes)
    {
        if (run is { } id)
            queue.Wake(id, owner.PersonId, Math.Max(1, processes));
        return run;
    }
}
