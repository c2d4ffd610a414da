using CrimeInsight.Core;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Runs that a test gives; start and cancel change them as the database would.</summary>
internal sealed class FakeForecastRuns : IForecastRuns
{
    public List<ForecastRun> Runs { get; } = [];

    /// <summary>Thrown by every call, when set.</summary>
    public Exception? Failure { get; set; }

    public static ForecastRun NewRun(ForecastRunState state, string? problem = null, long done = 2_500, long total = 10_000) => new(
        Guid.NewGuid(), state, "asha", 7, done, total, 1_234_567, 89, 10, TimeSpan.FromMinutes(3),
        new DateTimeOffset(2025, 1, 2, 3, 4, 0, TimeSpan.Zero), default, null, problem);

    public Task<IReadOnlyList<ForecastRun>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult<IReadOnlyList<ForecastRun>>([.. Runs.Take(most)]) : Task.FromException<IReadOnlyList<ForecastRun>>(Failure);

    public Task StartAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (Failure is OperatorException refused)
            return Task.FromException(refused);
        Runs.Insert(0, NewRun(ForecastRunState.Waiting, done: 0, total: 0));
        return Task.CompletedTask;
    }

    public Task<bool> CancelAsync(Guid runId, Viewer viewer, CancellationToken cancellationToken)
    {
        var index = Runs.FindIndex(run => run.Id == runId && run.IsOpen);
        if (index >= 0)
            Runs[index] = Runs[index] with { State = ForecastRunState.Cancelled };
        return Task.FromResult(index >= 0);
    }
}
