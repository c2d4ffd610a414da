using Bunit;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class PlacesPanelTests : ForecastPageContext
{
    private static readonly ForecastRank s_falling = Rank("A1", 90, 120, 0.1);
    private static readonly ForecastRank s_rising = Rank("A2", 133, 120, 0.87);
    private static readonly ForecastRank s_short = new("B", ForecastObstacle.TooShort, null, null, null, null, null, null, null);

    [Fact]
    public void Panel_Ranking_PutsTheLikelyRisesFirstAndLinksToEach()
    {
        Forecasts.Ranking = new(new DateOnly(2024, 1, 1), [s_short, s_falling, s_rising], false, 7);
        var page = Open("/forecast?in=A&head=murder&tab=places");
        page.WaitForState(() => page.FindAll(".places li").Count == 3);

        Assert.Equal(("A", "murder"), Forecasts.Asked);
        var rows = page.FindAll(".places a");
        Assert.Equal(["A2", "A1", "B"], rows.Select(row => row.QuerySelector("b")!.TextContent));
        Assert.Equal("/forecast?in=A2&head=murder&tab=places", rows[0].GetAttribute("href"));
        Assert.Contains("about 133 (123–143)", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("a year before: 120 (+13)", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("87% chance of more", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Too few months", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".places-old"));
    }

    [Theory]
    [InlineData(PlaceOrder.Rising, "A2", "A1", "B")]
    [InlineData(PlaceOrder.Falling, "A1", "A2", "B")]
    [InlineData(PlaceOrder.Most, "A2", "A1", "B")]
    public void Order_AnyWay_PutsThoseWithoutForecastLast(PlaceOrder order, params string[] expected) =>
        Assert.Equal(expected, PlaceRanking.Order([s_short, s_falling, s_rising], order).Select(rank => rank.JurisdictionCode));

    [Fact]
    public void Order_NoFigureOfLastYear_ComparesWithTheMean()
    {
        var rank = s_rising with { AgainstLastYear = null, LastYear = null, AgainstRecentMean = new(3, 2, 0.6) };
        Assert.Equal(0.6, PlaceRanking.ChangeOf(rank)!.ProbabilityOfMore);
    }

    [Fact]
    public void Panel_NothingStored_SaysItIsBeingComputed()
    {
        var page = Open("/forecast?tab=places");
        page.WaitForAssertion(() => Assert.Contains("are being computed", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Panel_NothingStoredWhileARunIsOpen_SaysHowFarItIs()
    {
        Runs.Progress = new(true, 25, 100, TimeSpan.FromSeconds(60));
        var page = Open("/forecast?tab=places");
        page.WaitForAssertion(() => Assert.Equal("0.25", page.Find(".run-progress progress").GetAttribute("value")));
        Assert.Contains("25% done", page.Find(".run-progress").TextContent, StringComparison.Ordinal);
        Assert.Contains("about 3 min left", page.Find(".run-progress").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_OlderData_SaysItIsBeingComputedAgain()
    {
        Forecasts.Ranking = new(new DateOnly(2024, 1, 1), [s_rising], true, 6);
        var page = Open("/forecast?tab=places");
        page.WaitForState(() => page.FindAll(".places-old").Count == 1);
        Assert.Contains("Some figures are withheld", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_SingleHeadOfStations_SaysWhatIsRanked()
    {
        var page = Open("/forecast?in=A1&head=murder&tab=places");
        page.WaitForAssertion(() => Assert.Contains("No ranking for this crime head here", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Tabs_NothingBelow_OfferNoPlaces() =>
        Assert.DoesNotContain(ForecastTab.Places, new ForecastPageState(MapContexts.Of("A1a", "A1a"), new ForecastChoice(Tab: ForecastTab.Places)).Tabs);

    private static ForecastRank Rank(string code, double expected, double lastYear, double probability) => new(
        code, null, expected, expected - 10, expected + 10, lastYear, lastYear, new(expected - lastYear, null, probability),
        new(expected - lastYear, null, probability));
}
