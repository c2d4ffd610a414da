using System.Text.Json;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Composition;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Runs as a table.</summary>
internal static class JobTables
{
    /// <summary>Key of the column that says how a run stands.</summary>
    public const string State = "state";

    /// <param name="counts">What their parts say they did.</param>
    public static FigureTable History(IEnumerable<Run> runs, IEnumerable<RunCount> counts) => FigureTable.Of(
        "runs",
        [
            Column("started", FigureUnit.Instant, nameof(JobsText.ColumnStarted)).Of<Run>(run => new InstantFigure(run.StartedAt)),
            Column(State, FigureUnit.Code, nameof(JobsText.ColumnState)).Of<Run>(run => StateOf(run.State)),
            Column("timeSpent", FigureUnit.Duration, nameof(JobsText.ColumnDuration)).Of<Run>(TimeOf),
            Column("owner", FigureUnit.Text, nameof(JobsText.ColumnOwner)).Of<Run>(run => FigureValue.Text(run.Owner)),
            Column("dataVersion", FigureUnit.Number, nameof(JobsText.ColumnVersion)).Of<Run>(run => run.DataVersion),
            .. counts.Select(count => count.Column),
        ],
        runs);

    /// <summary>How a run stands, in a word.</summary>
    public static TextKey WordOf(RunState state) => Name(state switch
    {
        RunState.Waiting => nameof(JobsText.StateWaiting),
        RunState.Running => nameof(JobsText.StateRunning),
        RunState.Interrupted => nameof(JobsText.StateInterrupted),
        RunState.Done => nameof(JobsText.StateDone),
        RunState.Failed => nameof(JobsText.StateFailed),
        _ => nameof(JobsText.StateCancelled),
    });

    private static CodeFigure StateOf(RunState state) => new(JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), WordOf(state));

    private static FigureValue TimeOf(Run run) => run.BusyTime > TimeSpan.Zero ? new DurationFigure(run.BusyTime) : FigureValue.NotKnown;

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static TextKey Name(string key) => TextKey.Of<JobsText>(key);
}
