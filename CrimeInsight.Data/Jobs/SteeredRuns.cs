using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Data.Jobs;

/// <summary>Steers runs and writes that down in the audit trail.</summary>
internal sealed class SteeredRuns(IRunStore runs, RunRequests requests, IAuditWriter audit) : IRuns
{
    public Task<IReadOnlyList<Run>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken) => runs.ListAsync(viewer, most, cancellationToken);

    public async Task StartAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.Role != PersonRole.Admin)
            throw new OperatorException("Only administrators start jobs.");
        var run = await requests.StartAsync(viewer, cancellationToken)
            ?? throw new OperatorException("There are no complete months to forecast from yet; import incidents first.");
        await audit.WriteAsync(AuditEntry.By(viewer, AuditActions.ForecastsStarted, SubjectOf(run)), cancellationToken);
    }

    public async Task<bool> CancelAsync(Guid runId, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!await runs.CancelAsync(runId, viewer, cancellationToken))
            return false;
        await audit.WriteAsync(AuditEntry.By(viewer, AuditActions.ForecastsCancelled, SubjectOf(runId)), cancellationToken);
        return true;
    }

    // The word is in the audit trail of every installation.
    private static string SubjectOf(Guid run) => string.Create(CultureInfo.InvariantCulture, $"forecast-run:{run}");
}
