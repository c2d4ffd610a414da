using Bunit;
using CrimeInsight.Core.Health;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Tests.Web.Feedback;

public sealed class PanelTests : WebContext
{
    [Fact]
    public void Render_Loading_SaysSoAndHidesContent()
    {
        var panel = RenderPanel(PanelState.Loading);

        Assert.Equal("true", panel.Find("section").GetAttribute("aria-busy"));
        Assert.Equal("Loading…", panel.Find("[role=status]").TextContent);
        Assert.Empty(panel.FindAll(".content"));
    }

    [Fact]
    public void Render_Empty_SaysWhyAndWhatNext()
    {
        var panel = RenderPanel(PanelState.Empty);

        Assert.Contains("Nothing to show yet", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Widen one of them", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll(".content"));
    }

    [Fact]
    public void Retry_Error_AsksAgain()
    {
        var retries = 0;
        var panel = Render<Panel>(parameters => parameters
            .Add(part => part.Title, "Trend")
            .Add(part => part.State, PanelState.Error)
            .Add(part => part.OnRetry, () => retries++)
            .AddChildContent("<p class='content'></p>"));

        panel.Find("[role=alert] button").Click();

        Assert.Equal(1, retries);
    }

    [Fact]
    public void DatabaseReturns_PanelThatFailedWithoutIt_LoadsAgainByItself()
    {
        var retries = 0;
        var panel = Render<Panel>(parameters => parameters
            .Add(part => part.Title, "Trend")
            .Add(part => part.State, PanelState.Error)
            .Add(part => part.OnRetry, () => retries++)
            .AddChildContent("<p class='content'></p>"));

        Watch.Become(DatabaseCondition.Away);
        panel.WaitForAssertion(() => Assert.Contains("Waiting for the database", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, retries);
        Watch.Become(DatabaseCondition.Recovering);
        Assert.Equal(0, retries);
        Watch.Become(DatabaseCondition.Answering);

        panel.WaitForAssertion(() => Assert.Equal(1, retries));
    }

    [Fact]
    public void DatabaseReturns_PanelThatHadNotFailed_IsLeftAlone()
    {
        var retries = 0;
        Render<Panel>(parameters => parameters
            .Add(part => part.Title, "Trend")
            .Add(part => part.State, PanelState.Ready)
            .Add(part => part.OnRetry, () => retries++)
            .AddChildContent("<p class='content'></p>"));

        Watch.Become(DatabaseCondition.Away);
        Watch.Become(DatabaseCondition.Answering);

        Assert.Equal(0, retries);
    }

    [Fact]
    public void Render_ErrorInTamil_SpeaksTamil()
    {
        UseCulture("ta-IN");

        Assert.Contains("இதை ஏற்ற முடியவில்லை", RenderPanel(PanelState.Error).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Toggle_Ready_SwitchesBetweenChartAndTable()
    {
        var panel = RenderPanel(PanelState.Ready);
        Assert.NotEmpty(panel.FindAll(".content"));

        panel.Find("button[aria-pressed=false]").Click();
        Assert.NotEmpty(panel.FindAll(".table"));
        Assert.Empty(panel.FindAll(".content"));
        Assert.Equal("Show as chart", panel.Find("button[aria-pressed=true]").GetAttribute("aria-label"));

        panel.Find("button[aria-pressed=true]").Click();
        Assert.NotEmpty(panel.FindAll(".content"));
    }

    [Fact]
    public void Render_NotReady_OffersNeitherTableNorExport()
    {
        var panel = RenderPanel(PanelState.Empty);

        Assert.Empty(panel.FindAll(".panel-actions button, .panel-actions a"));
    }

    [Fact]
    public void Render_Ready_IsNamedByItsTitleAndLinksTheExport()
    {
        var panel = RenderPanel(PanelState.Ready);
        var titleId = panel.Find("section").GetAttribute("aria-labelledby");

        Assert.Equal("Trend", panel.Find($"#{titleId}").TextContent);
        Assert.Equal(
            ["/export.xlsx?in=A.csv", "/export.csv?in=A.csv", "/export.parquet?in=A.csv", "/export.json?in=A.csv"],
            panel.FindAll("a[href]").Select(link => link.GetAttribute("href")));
        Assert.Equal(panel.Find("[popover]").Id, panel.FindAll("button")[^1].GetAttribute("popovertarget"));
    }

    private IRenderedComponent<Panel> RenderPanel(PanelState state) => Render<Panel>(parameters => parameters
        .Add(part => part.Title, "Trend")
        .Add(part => part.State, state)
        .Add(part => part.ExportUrl, "/export.csv?in=A.csv")
        .Add(part => part.Table, (RenderFragment)(builder => builder.AddMarkupContent(0, "<table class='table'></table>")))
        .AddChildContent("<p class='content'></p>"));
}
