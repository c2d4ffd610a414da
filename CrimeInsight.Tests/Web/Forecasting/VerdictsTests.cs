using CrimeInsight.Core.Forecasting;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class VerdictsTests
{
    private static readonly ForecastReport s_report = (ForecastReport)ForecastSamples.ByHand.Outcome;

    [Fact]
    public void Of_Record_TellsWhoBeatTheBestPlainRule()
    {
        var verdicts = Verdicts.Of(s_report)!;
        Assert.Equal("snaive", verdicts.BestBaseline.Method);
        Assert.Equal(["ets"], verdicts.Better.Select(method => method.Method));
        Assert.Equal(["theta"], verdicts.NotBetter.Select(method => method.Method));
    }

    [Fact]
    public void Of_TieWithTheRule_IsNotBetter()
    {
        var record = s_report.TrackRecord with { Methods = [ForecastSamples.Record("ets", false, 0.8), ForecastSamples.Record("snaive", true, 0.8)] };
        Assert.Empty(Verdicts.Of(s_report with { TrackRecord = record })!.Better);
    }

    [Fact]
    public void Of_NoRecord_SaysNothing() => Assert.Null(Verdicts.Of(s_report with { TrackRecord = new TrackRecord(0, 0, 0, 0, []) }));
}
