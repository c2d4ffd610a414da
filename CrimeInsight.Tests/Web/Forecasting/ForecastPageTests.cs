using Bunit;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class ForecastPageTests : ForecastPageContext
{
    [Fact]
    public void Page_Default_SaysTheNextMonthWithItsInterval()
    {
        var page = Open("/forecast?in=A&head=murder");

        Assert.Matches("^January 2024: about \\d+ cases, very likely \\d+ to \\d+$", page.Find(".headline").TextContent);
        Assert.Contains("forecasts from 12 earlier starts it was off by", page.Find(".track-note").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Chart.VerifyInvoke("mount"));
        var chart = (string)Chart.VerifyInvoke("mount").Arguments[1]!;
        Assert.Contains("50 % interval", chart, StringComparison.Ordinal);
        Assert.Contains("95 % interval", chart, StringComparison.Ordinal);
        Assert.Equal("/export/forecast.csv?in=A&head=murder", page.Find(".download-item[href*='.csv']").GetAttribute("href"));
        Assert.Contains("More registered cases are not by themselves more crime", page.Find(".meaning").TextContent, StringComparison.Ordinal);
        Assert.Equal(["A"], Runner.Asked.Single().Jurisdictions);
    }

    [Fact]
    public void Page_ShownAsTable_HasTheSameFigures()
    {
        var page = Open("/forecast?months=3");
        page.Find("button.panel-action[aria-pressed]").Click();
        page.WaitForState(() => page.FindAll(".fan-table").Count == 1);

        var rows = page.FindAll(".fan-table tbody tr");
        Assert.Equal(36 + 3, rows.Count);
        Assert.Equal("Mar 2024", rows[0].QuerySelector("th")!.TextContent);
        Assert.Equal(MeanOf(page), rows[2].QuerySelectorAll("td")[1].TextContent);
    }

    [Fact]
    public void Horizon_Chosen_GoesIntoTheAddress()
    {
        var page = Open("/forecast?head=murder");
        page.FindAll(".view-choices > .choice-field select")[0].Change("12");
        page.WaitForAssertion(() => Assert.EndsWith("/forecast?head=murder&months=12", Navigation.Uri, StringComparison.Ordinal));
        page.FindAll(".view-choices > .choice-field select")[1].Change("snaive");
        page.WaitForAssertion(() => Assert.EndsWith("/forecast?head=murder&months=12&model=snaive", Navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("same month last year", page.Find(".panel-note").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Tab_Changed_LoadsNothingAgainAndDrawsOnlyItself()
    {
        var page = Open("/forecast");
        Navigation.NavigateTo("/forecast?tab=record");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".record-table")));
        Assert.Empty(page.FindAll(".chart"));
        Assert.Single(Runner.Asked);
    }

    [Fact]
    public void Record_EveryMethod_HasItsMeasuresAndTheVerdictInWords()
    {
        var page = Open("/forecast?tab=record");

        Assert.Equal(
            ["Method", "Mean error (MASE)", "Big misses (RMSSE)", "Error in cases (RMSE)", "Accuracy (100 − WAPE)", "Bias", "Inside 80 %", "Inside 95 %",
                "Band score (MSIS)"], page.FindAll(".record-table thead th").Select(cell => cell.TextContent.Trim()));
        Assert.All(["mean of twelve months", "same month last year"],
            name => Assert.Contains(name, page.Find(".record-table").TextContent, StringComparison.Ordinal));
        Assert.Contains("plain rule", page.Find(".record-verdict").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".record-own"));
    }

    [Fact]
    public void TooShort_SaysHowManyMonthsAndShowsThem()
    {
        Know(ForecastSamples.Season[..7]);
        var page = Open("/forecast");
        Assert.Contains("A forecast needs 24 months; there are 7", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".forecast-tools"));
        page.WaitForAssertion(() => Chart.VerifyInvoke("mount"));
    }

    [Fact]
    public void Withheld_ShowsNoFigureAtAll()
    {
        IsWithheld = true;
        var page = Open("/forecast");
        Assert.Contains("Withheld to protect victims", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".chart, .forecast-tools, .data-table"));
    }

    [Fact]
    public void Failure_OffersToTryAgain()
    {
        Failure = new TimeoutException();
        var page = Open("/forecast");
        Assert.Single(page.FindAll("[role=alert]"));

        Failure = null;
        page.Find("[role=alert] button").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".headline")));
    }

    [Fact]
    public void NoData_SaysWhatIsNeeded()
    {
        Status.Data = new(1, false, 0, null, null, null);
        Assert.Contains("No data yet", Open("/forecast").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRights_SaysSo()
    {
        Viewers.Viewer = Viewers.Viewer! with { JurisdictionIds = [] };
        Assert.Contains("No area is assigned to you", Open("/forecast").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void PlaceElsewhere_SaysWhatIsShownInstead()
    {
        Viewers.Viewer = Viewers.Viewer! with { JurisdictionIds = [2] };
        Assert.Contains("Shown instead: A.", Open("/forecast?in=B").Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private static string MeanOf(IRenderedComponent<ForecastPage> page) => page.Find(".headline").TextContent.Split(' ')[3];
}
