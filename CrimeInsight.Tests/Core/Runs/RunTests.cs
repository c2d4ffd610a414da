using CrimeInsight.Core.Runs;

namespace CrimeInsight.Tests.Core.Runs;

public sealed class RunTests
{
    private static readonly Run s_quarter = new(
        Guid.Empty, RunState.Running, "asha", 3, Done: 250, Total: 1000, new Dictionary<string, long>(), TimeSpan.FromMinutes(2), default, default, null, null);

    [Fact]
    public void TimeLeft_QuarterDoneInTwoMinutes_IsSixMinutes() => Assert.Equal(TimeSpan.FromMinutes(6), s_quarter.TimeLeft);

    [Theory]
    [InlineData(RunState.Running, 5, 1000)]
    [InlineData(RunState.Running, 0, 0)]
    [InlineData(RunState.Interrupted, 250, 1000)]
    [InlineData(RunState.Done, 1000, 1000)]
    public void TimeLeft_NothingToEstimateFrom_IsUnknown(RunState state, long done, long total) =>
        Assert.Null((s_quarter with { State = state, Done = done, Total = total }).TimeLeft);

    [Fact]
    public void IsOpen_EveryState_OnlyBeforeTheEnd() =>
        Assert.Equal(
            [RunState.Waiting, RunState.Running, RunState.Interrupted],
            Enum.GetValues<RunState>().Where(state => (s_quarter with { State = state }).IsOpen));
}
