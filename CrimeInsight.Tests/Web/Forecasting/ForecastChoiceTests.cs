using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class ForecastChoiceTests
{
    [Fact]
    public void UrlFor_Nothing_IsTheBareAddress() => Assert.Equal("/forecast", new ForecastChoice().UrlFor(new ScopeCodes()));

    [Fact]
    public void UrlFor_Everything_CanBeReadBack()
    {
        var choice = new ForecastChoice(12, ForecastMethods.Named("ets"), ForecastTab.Replay, new DateOnly(2024, 1, 1), "diwali", new DateOnly(2024, 11, 1));
        var url = choice.UrlFor(new ScopeCodes("IN-TN", "theft"));

        Assert.Equal("/forecast?in=IN-TN&head=theft&months=12&model=ets&tab=replay&at=2024-01&festival=diwali&month=2024-11", url);
        Assert.Equal(choice, ForecastChoice.Parse("12", "ets", "replay", "2024-01", "diwali", "2024-11"));
    }

    [Theory]
    [InlineData("0", "moon", "7", "2024-13")]
    [InlineData("13", "auto", "", "24-01")]
    [InlineData("-3", "", "outlook,replay", "")]
    [InlineData("six", null, null, null)]
    public void Parse_Nonsense_MeansTheDefault(string months, string? model, string? tab, string? at) =>
        Assert.Equal(new ForecastChoice(), ForecastChoice.Parse(months, model, tab, at, new string('x', 100), "soon"));

    [Fact]
    public void Parse_FixedForm_IsKept() => Assert.Equal("ets:MAdM", ForecastChoice.Parse(null, "ets:MAdM", null, null, null, null).Model?.ToString());
}
