using CrimeInsight.Core.Forecasting.Stored;

namespace CrimeInsight.Tests.Core.Forecasting.Stored;

public sealed class ForecastRunTests
{
    private static readonly ForecastRun s_quarter = new(
        Guid.Empty, ForecastRunState.Running, "asha", 3, Done: 250, Total: 1000, 200, 20, 30, TimeSpan.FromMinutes(2), default, default, null, null);

    [Fact]
    public void TimeLeft_QuarterDoneInTwoMinutes_IsSixMinutes() => Assert.Equal(TimeSpan.FromMinutes(6), s_quarter.TimeLeft);

    [Theory]
    [InlineData(ForecastRunState.Running, 5, 1000)]
    [InlineData(ForecastRunState.Running, 0, 0)]
    [InlineData(ForecastRunState.Interrupted, 250, 1000)]
    [InlineData(ForecastRunState.Done, 1000, 1000)]
    public void TimeLeft_NothingToEstimateFrom_IsUnknown(ForecastRunState state, long done, long total) =>
        Assert.Null((s_quarter with { State = state, Done = done, Total = total }).TimeLeft);

    [Fact]
    public void IsOpen_EveryState_OnlyBeforeTheEnd() =>
        Assert.Equal(
            [ForecastRunState.Waiting, ForecastRunState.Running, ForecastRunState.Interrupted],
            Enum.GetValues<ForecastRunState>().Where(state => (s_quarter with { State = state }).IsOpen));
}
