using CrimeInsight.Core.Forecasting;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class TrackWordsTests : WebContext
{
    public TrackWordsTests() => Services.AddScoped<ForecastTextFormat>().AddScoped<TrackWords>();

    private TrackWords Words => Services.GetRequiredService<TrackWords>();

    [Fact]
    public void Sentence_BetterThanTheRule_NamesBothErrorsAndHowOftenTheyWereMeasured()
    {
        var report = Report("auto", Record("auto", false, 6), Record("snaive", true, 7.5), Record("mean12", true, 7));
        Assert.Equal(
            "In 144 forecasts from 12 earlier starts it was off by 6.0% on average, the plain rule (same month last year) by 7.5%.",
            Words.Sentence(report with { Plain = new PlainComparison("snaive", 40, -0.1, 0.02) }));
        Assert.True(TrackWords.IsSound(report));
    }

    /// <summary>Not better here, but by far on all series of its size: what decided is said.</summary>
    [Fact]
    public void Sentence_KeptAgainstItsOwnRecord_SaysWhy()
    {
        var report = Report("auto", Record("auto", false, 8), Record("snaive", true, 7)) with { Plain = new PlainComparison("snaive", 40, -0.25, 0.02) };
        Assert.EndsWith("by 7.0%: no better here. On 40 series with about as many cases it missed by 40.0% less than the rule, so it is kept.",
            Words.Sentence(report), StringComparison.Ordinal);
        Assert.True(TrackWords.IsSound(report));
    }

    [Fact]
    public void Sentence_RuleInItsPlace_ComparesItWithTheCombination()
    {
        var report = Report("snaive", Record("snaive", true, 7), Record("auto", false, 8), Record("mean12", true, 6)) with
        {
            Plain = new PlainComparison("snaive", 40, 0.25, 0.02),
        };
        Assert.True(report.IsFallback);
        Assert.Equal(
            "Shown is a plain rule, same month last year: on 40 series with about as many cases it missed by 40.0% less than the combination of methods. "
            + "Here it was off by 7.0%, the combination by 8.0%, in 144 forecasts from 12 earlier starts.",
            Words.Sentence(report));
    }

    [Fact]
    public void Sentence_NobodyClearlyBetter_IsARoughGuide()
    {
        var report = Report("auto", Record("auto", false, 8), Record("snaive", true, 7)) with { Plain = new PlainComparison("snaive", 40, 0.01, 0.02) };
        Assert.EndsWith("neither was clearly better. Take it as a rough guide.", Words.Sentence(report), StringComparison.Ordinal);
        Assert.False(TrackWords.IsSound(report));
        Assert.EndsWith("the rule did no worse. Take it as a rough guide.", Words.Sentence(report with { Plain = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_NoRecord_IsNotSaid() => Assert.Null(Words.Sentence(Report("auto")));

    private static MethodRecord Record(string name, bool isBaseline, double percent) => new(name, isBaseline, percent * 10, 1, 1, percent / 100, 0, []);

    private static ForecastReport Report(string model, params MethodRecord[] records) => new(
        new ForecastRequest(ForecastSamples.Season, 2), model, null, false, [], [1, 2], [], new TrackRecord(12, 25, 12, 144, [.. records]), [], []);
}
