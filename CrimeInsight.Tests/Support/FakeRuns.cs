using CrimeInsight.Core;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Tests.Support;

/// <summary>Runs that a test gives; start and cancel change them as the database would.</summary>
internal sealed class FakeRuns : IRuns
{
    public List<Run> Runs { get; } = [];

    /// <summary>Thrown by every call, when set.</summary>
    public Exception? Failure { get; set; }

    public static Run NewRun(RunState state, string? problem = null, long done = 2_500, long total = 10_000) => new(
        Guid.NewGuid(), state, "asha", 7, done, total,
        new Dictionary<string, long> { [ForecastPart.Stored] = 1_234_567, [ForecastPart.Withheld] = 89, [ForecastPart.TooShort] = 10 }, TimeSpan.FromMinutes(3),
        new DateTimeOffset(2025, 1, 2, 3, 4, 0, TimeSpan.Zero), default, null, problem);

    public Task<IReadOnlyList<Run>> ListAsync(Viewer viewer, int most, CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult<IReadOnlyList<Run>>([.. Runs.Take(most)]) : Task.FromException<IReadOnlyList<Run>>(Failure);

    public Task StartAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (Failure is OperatorException refused)
            return Task.FromException(refused);
        Runs.Insert(0, NewRun(RunState.Waiting, done: 0, total: 0));
        return Task.CompletedTask;
    }

    public Task<bool> CancelAsync(Guid runId, Viewer viewer, CancellationToken cancellationToken)
    {
        var index = Runs.FindIndex(run => run.Id == runId && run.IsOpen);
        if (index >= 0)
            Runs[index] = Runs[index] with { State = RunState.Cancelled };
        return Task.FromResult(index >= 0);
    }
}
