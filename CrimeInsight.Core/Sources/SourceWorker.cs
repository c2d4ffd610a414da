using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Sources;

/// <summary>Works on runs of sources, each as the owner of its source, whose rights are those of this moment.</summary>
public sealed class SourceWorker(
    ISourceStore store, SourceWork work, SourceFiles files, ISourceWords words, IRunOwners owners, TimeProvider time)
{
    private static readonly TimeSpan s_tellEvery = TimeSpan.FromSeconds(5);

    // A file that is still being written is looked for again soon.
    private static readonly TimeSpan s_growing = TimeSpan.FromMinutes(5);

    /// <returns>The run as it ended; null when it was not to be worked on.</returns>
    public async Task<SourceRun?> RunAsync(SourceTurn turn, CancellationToken cancellationToken)
    {
        if (await owners.FindAsync(turn.Owner, cancellationToken).ConfigureAwait(false) is not { } viewer
            || await store.FindAsync(viewer, turn.Source, cancellationToken).ConfigureAwait(false) is not { } source
            || await store.BeginAsync(viewer, turn.Run, cancellationToken).ConfigureAwait(false) is not { } run)
            return null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync(viewer, run.Id, stop);
        try
        {
            var (ended, isGrowing) = await work.DoAsync(viewer, source, run, stop.Token).ConfigureAwait(false);
            return await EndAsync(viewer, source, ended, isGrowing).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The app stops: another start goes on.
            await store.ReleaseAsync(viewer, run.Id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (Exception failure)
        {
            // What it had come to is known to the database.
            var standing = (await store.RunsAsync(viewer, source.Id, 1, CancellationToken.None).ConfigureAwait(false)).FirstOrDefault(one => one.Id == run.Id);
            var failed = (standing ?? run) with { State = SourceRunState.Failed, Trouble = SourceTrouble.Of(failure) };
            await EndAsync(viewer, source, failed, isGrowing: false).ConfigureAwait(false);
            if (failed.Trouble is { Problem: SourceProblem.Other })
                throw;
            return failed;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    private async Task<SourceRun> EndAsync(Viewer viewer, Source source, SourceRun run, bool isGrowing)
    {
        var isGood = run.State != SourceRunState.Failed;
        // A file that could not be kept, for want of space or rights, stays where it is, as one does that is not to blame.
        var isDealtWith = run.FileName is not null && (isGood || run is { Sha256: not null, Trouble.IsPassing: false });
        if (isDealtWith)
        {
            try
            {
                files.PutAway(source.Edit, run.FileName!, run.Mark, isGood, words.Describe(run));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SourceException)
            {
                // It is known by its content: what is in the data does not come again, but somebody must look.
                run = run with { Trouble = run.Trouble ?? SourceTrouble.Of(failure) };
            }
        }

        var now = time.GetUtcNow();
        run = run with { FinishedAt = now };
        var next = source.Edit.Schedule.NextAfter(now);
        if (isGrowing && now + s_growing < next)
            next = now + s_growing;
        await store.EndAsync(viewer, run, isGood && isDealtWith ? run.Mark : null, next, CancellationToken.None).ConfigureAwait(false);
        return run;
    }

    private async Task WatchAsync(Viewer viewer, Guid runId, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(s_tellEvery, time, stop.Token).ConfigureAwait(false);
                if (!await store.TellAsync(viewer, runId, stop.Token).ConfigureAwait(false))
                    await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                // The database is away for a moment; the work itself will notice if it stays away.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
