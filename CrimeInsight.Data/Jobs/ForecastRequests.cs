using CrimeInsight.Core.People;
using CrimeInsight.Data.Forecasting;
using Hangfire;

namespace CrimeInsight.Data.Jobs;

/// <summary>Opens runs and puts them into the queue.</summary>
internal sealed class ForecastRequests(ForecastRunStore runs, IBackgroundJobClient queue)
{
    private static readonly string[] s_open = ["waiting", "running"];

    /// <summary>Sees to it that the present data are forecast: nothing when they are, or when somebody cancelled that.</summary>
    public async Task EnsureAsync(Viewer owner, CancellationToken cancellationToken)
    {
        var latest = await runs.FindLatestAsync(owner, cancellationToken);
        if (latest is null)
            Enqueue(await runs.AskAsync(owner, cancellationToken), owner);
        else if (latest.IsStale && s_open.Contains(latest.State))
            Enqueue(latest.Id, owner);
    }

    /// <summary>Asks for a run: the open one, what is left of a failed or cancelled one, else all again.</summary>
    /// <returns>The run; null when there are no data.</returns>
    public async Task<Guid?> StartAsync(Viewer owner, CancellationToken cancellationToken)
    {
        var latest = await runs.FindLatestAsync(owner, cancellationToken);
        var run = latest is null || latest.State == "done" ? await runs.AskAsync(owner, cancellationToken) : latest.Id;
        if (latest is not null && latest.Id == run && !s_open.Contains(latest.State))
            await runs.ReopenAsync(latest.Id, owner, cancellationToken);
        return Enqueue(run, owner);
    }

    private Guid? Enqueue(Guid? run, Viewer owner)
    {
        if (run is { } id)
            queue.Enqueue<IForecastJob>(job => job.RunAsync(id, owner.PersonId, CancellationToken.None));
        return run;
    }
}
