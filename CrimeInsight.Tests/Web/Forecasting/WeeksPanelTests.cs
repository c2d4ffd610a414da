using Bunit;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class WeeksPanelTests : ForecastPageContext
{
    private static readonly DateOnly s_monday = new(2023, 1, 2);

    /// <summary>Cases 1 … 60 in weeks from 2 January 2023 on; the week after them begins on 26 February 2024.</summary>
    [Fact]
    public void Panel_StoredWeeks_SaysTheNextAndListsThem()
    {
        Forecasts.Weekly = Stored(new ForecastReport(
            new ForecastRequest(Cases, 2, 52, [50, 80, 95]), "auto", null, true, [], [61, 62],
            [new(50, [58, 58], [64, 65]), new(80, [55, 55], [67, 68]), new(95, [50, 49], [72, 75])], new TrackRecord(0, 0, 0, 0, []), [], [new("theta", 1)]));
        var page = Open("/forecast?in=A1&tab=weeks");
        page.WaitForAssertion(() => Assert.Contains("Week from 26-02-2024: about 61 cases, very likely 50 to 72", page.Markup, StringComparison.Ordinal));
        Assert.Contains("tab=weeks", page.Find("a[href^='/export/forecast.csv']").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_NothingStored_SaysItIsBeingComputed()
    {
        var page = Open("/forecast?in=A1&tab=weeks");
        page.WaitForAssertion(() => Assert.Contains("is being computed", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Panel_Withheld_SaysSo()
    {
        Forecasts.Weekly = Stored(new ForecastImpossible(ForecastObstacle.Suppressed, 104, 60));
        var page = Open("/forecast?in=A1&tab=weeks");
        page.WaitForAssertion(
            () => Assert.Contains(page.FindAll(".panel"), panel => panel.TextContent.Contains("withheld", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Only districts and main groups are forecast by week.</summary>
    [Theory]
    [InlineData("A1", null, true)]
    [InlineData("A1", "murder", false)]
    [InlineData("A", null, false)]
    public void Tabs_WeeksOnlyWhereTheyAreForecast(string place, string? head, bool offered)
    {
        var page = Open(head is null ? $"/forecast?in={place}" : $"/forecast?in={place}&head={head}");
        Assert.Equal(offered, page.FindAll(".view-link").Any(tab => tab.GetAttribute("href")!.Contains("tab=weeks", StringComparison.Ordinal)));
    }

    private static double[] Cases => [.. Enumerable.Range(1, 60).Select(week => (double)week)];

    private static StoredForecast Stored(ForecastOutcome outcome) =>
        new("A1", "all", SeriesStep.Week, s_monday, outcome is ForecastReport ? [.. Cases] : [], outcome, null, 7, DateTimeOffset.UnixEpoch);
}
