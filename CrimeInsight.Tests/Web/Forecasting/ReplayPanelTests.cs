using Bunit;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class ReplayPanelTests : WebContext
{
    private readonly ManualTimers _time = new();

    public ReplayPanelTests()
    {
        var chart = JSInterop.SetupModule("./Shared/Charts/ApexChart.razor.js");
        foreach (var function in new[] { "mount", "update", "unmount" })
            chart.SetupVoid(function, _ => true).SetVoidResult();
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddForecastingFeature();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Panel_NewestMoment_SaysHowManyFellInside()
    {
        var panel = Open(null);
        Assert.Equal(
            "Said for May 2022 onward (2 months): 1 of 2 inside the 50 % band, 2 of 2 inside the 95 % band.", panel.Find(".replay-sentence").TextContent);
        Assert.Equal("All 2 moments together: 2 of 4 inside the 50 % band, 4 of 4 inside the 95 % band.", panel.Find(".panel-note").TextContent);
        Assert.Equal(("1", "May 2022"), (panel.Find("input").GetAttribute("value"), panel.Find("input").GetAttribute("aria-valuetext")));
    }

    [Fact]
    public void Panel_MomentOfTheAddress_IsShown() =>
        Assert.StartsWith("Said for April 2022", Open(new DateOnly(2022, 4, 1)).Find(".replay-sentence").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Slide_Moved_GoesIntoTheAddress()
    {
        Open(null).Find("input").Input("0");
        Assert.EndsWith("/forecast?tab=replay&at=2022-04", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_FromTheEnd_BeginsAnewAndStopsAtTheEnd()
    {
        var panel = Open(null);
        panel.Find(".player-button").Click();
        Assert.Equal("Pause", panel.Find(".player-button").GetAttribute("aria-label"));
        Assert.EndsWith("at=2022-04", Navigation.Uri, StringComparison.Ordinal);

        Show(panel, new DateOnly(2022, 4, 1));
        _time.Tick();
        panel.WaitForAssertion(() => Assert.EndsWith("at=2022-05", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("Play", panel.Find(".player-button").GetAttribute("aria-label"));
        Assert.Equal(0, _time.Running);
    }

    [Fact]
    public async Task Dispose_WhilePlaying_StopsTheTimer()
    {
        Open(null).Find(".player-button").Click();
        Assert.Equal(1, _time.Running);
        await DisposeComponentsAsync();
        Assert.Equal(0, _time.Running);
    }

    [Fact]
    public void Panel_NoPast_SaysWhy()
    {
        var report = (ForecastReport)ForecastSamples.ByHand.Outcome with { Past = [] };
        var panel = Render<ReplayPanel>(parameters => Fill(parameters, null, ForecastSamples.ByHand with { Outcome = report }));
        Assert.Contains("No earlier forecasts to show", panel.Markup, StringComparison.Ordinal);
    }

    private static void Fill(ComponentParameterCollectionBuilder<ReplayPanel> parameters, DateOnly? at, MonthlyForecast forecast) => parameters
        .Add(panel => panel.Page, new ForecastPageState(MapContexts.Of(null, "IN"), new ForecastChoice(Tab: ForecastTab.Replay, At: at)))
        .Add(panel => panel.State, PanelState.Ready)
        .Add(panel => panel.Forecast, forecast);

    private static void Show(IRenderedComponent<ReplayPanel> panel, DateOnly at) => panel.Render(parameters => Fill(parameters, at, ForecastSamples.ByHand));

    private IRenderedComponent<ReplayPanel> Open(DateOnly? at) => Render<ReplayPanel>(parameters => Fill(parameters, at, ForecastSamples.ByHand));
}
