using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Runs;

/// <summary>
/// Works on a run, unit by unit, as its owner, beside other processes that do the same. What is stored is not computed again, so
/// a run goes on where it stopped; units of a process that was killed are taken over.
/// </summary>
public sealed class RunWorker(IRunUnits units, RunScopes scopes, IEnumerable<IRunPart> parts, RunThreads threads, TimeProvider time)
{
    /// <summary>Key of services that only work in the background, beside those that people wait for.</summary>
    public const string Queries = "background";

    private static readonly TimeSpan s_reportEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);
    private readonly IRunPart[] _parts = [.. parts];


    /// <summary>Until the run is over, or nothing is left of it that this process can do. Safe to repeat, and in several processes.</summary>
    /// <param name="person">The run's owner.</param>
    public async Task RunAsync(Guid run, Guid person, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(person, cancellationToken).ConfigureAwait(false) is not var (owner, scope))
            return;
        var plan = PlannedUnit.Plan(_parts, scope);
        if (await units.JoinAsync(run, plan, owner, cancellationToken).ConfigureAwait(false))
            await EndAsync(new Work(run, Guid.NewGuid(), owner, scope.Reference, plan), cancellationToken).ConfigureAwait(false);
    }

    // Ends the run as done, failed or cancelled; when the app stops it stays open and another start goes on.
    private async Task EndAsync(Work work, CancellationToken cancellationToken)
    {
        try
        {
            if (await ShareAsync(work, cancellationToken).ConfigureAwait(false) is { } state)
                await units.EndAsync(work.Run, state, problem: null, work.Owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // What ended elsewhere has not failed here.
            if (await units.EndAsync(work.Run, RunState.Failed, failure.Message, work.Owner, CancellationToken.None).ConfigureAwait(false))
                throw;
        }
    }

    // Null when the run was ended elsewhere.
    private async Task<RunState?> ShareAsync(Work work, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await units.ClaimAsync(work.Run, work.Holder, _parts, work.Owner, cancellationToken).ConfigureAwait(false);
            var sign = next.Sign;
            if (next is { Sign: RunSign.Go, Kind: not null })
                sign = await DoAsync(ClaimOf(work, next), cancellationToken).ConfigureAwait(false);
            else if (next is { Sign: RunSign.Go, HasMore: false })
                return RunState.Done;
            else if (next.Sign == RunSign.Go)
                await Task.Delay(s_lookEvery, time, cancellationToken).ConfigureAwait(false);
            if (sign == RunSign.Cancel)
                return RunState.Cancelled;
            if (sign == RunSign.Over)
                return null;
        }
    }

    private RunClaim ClaimOf(Work work, NextUnit next)
    {
        var unit = work.Plan.First(planned => planned.Part.Kind == next.Kind && planned.Unit.Name == next.Name).Unit;
        return new RunClaim(work.Run, work.Holder, next.Kind!, unit, work.Owner, work.Reference, threads.Most, new UnitMeter(unit.Work));
    }

    private async Task<RunSign> DoAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var watching = WatchAsync(claim, stop, done.Token);
        var isDone = false;
        try
        {
            await _parts.First(part => part.Kind == claim.Kind).RunAsync(claim, stop.Token).ConfigureAwait(false);
            await units.FinishAsync(claim, stop.Token).ConfigureAwait(false);
            isDone = true;
            return RunSign.Go;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever was stopped, or lost the unit, has not failed.
            var sign = await units.ReportAsync(claim, CancellationToken.None).ConfigureAwait(false);
            if (sign == RunSign.Go)
                throw;
            return sign;
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!isDone)
                await ReleaseAsync(claim).ConfigureAwait(false);
        }
    }

    // Telling how far it is, is also the sign of life that other processes and pages watch for.
    private async Task WatchAsync(RunClaim claim, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_reportEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await units.ReportAsync(claim, cancellationToken).ConfigureAwait(false) != RunSign.Go)
                    await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A report that fails is no reason to fail the run: the unit is kept if nobody took it over meanwhile.
            }
        }
    }

    // A unit that cannot be given back is taken over when its time is up.
    private async Task ReleaseAsync(RunClaim claim)
    {
        using var patience = new CancellationTokenSource(s_reportEvery, time);
        await units.ReleaseAsync(claim, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record Work(Guid Run, Guid Holder, Viewer Owner, ReferenceData Reference, IReadOnlyList<PlannedUnit> Plan);
}
