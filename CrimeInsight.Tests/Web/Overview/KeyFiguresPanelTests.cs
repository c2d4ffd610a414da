using Bunit;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Overview;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Overview;

/// <summary>Data from January 2023 to 15 January 2025: 200 cases, 100 just before, 400 a year before.</summary>
public sealed class KeyFiguresPanelTests : WebContext
{
    [Theory]
    [InlineData("?from=2024-12&until=2025-01", "against the month before", "against the same month last year")]
    [InlineData("?from=2024-10&until=2025-01", "against the 3 months before", "against the same months last year")]
    [InlineData("?from=2025-01-15&until=2025-01-16", "against the day before", "against the same day last year")]
    [InlineData("?from=2025-01-09&until=2025-01-16", "against the 7 days before", "against the same days last year")]
    [InlineData("?from=2025-01-09", "against the 7 days before", "against the same days last year")]
    [InlineData("", null, "against the same months last year")]
    [InlineData("?from=2023-01&until=2023-02", null, null)]
    public void Changes_Period_AreNamedByItsLength(string address, string? previous, string? lastYear)
    {
        var changes = Panel(address).Find(".figure-card").QuerySelectorAll(".figure-change").Select(change => change.TextContent.Trim()).ToList();
        Assert.Equal(new[] { previous, lastYear }.OfType<string>().Count(), changes.Count);
        Assert.All(new[] { previous, lastYear }.OfType<string>().Zip(changes), pair => Assert.EndsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Rate_Unscaled_SaysWhatShareOfRegisteredCasesItIsOf()
    {
        var card = Panel("").FindAll(".figure-card")[1];
        Assert.Equal("1.0", card.QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("10% of the cases registered in 2024", card.TextContent, StringComparison.Ordinal);
    }

    /// <summary>200 of 2,000 cases: a rate of 1 is one of 10, give or take exp(1.96 · √(2/200)).</summary>
    [Fact]
    public void Rate_Scaled_IsMarkedWithItsInterval()
    {
        var card = Panel("", isScaled: true).FindAll(".figure-card")[1];
        Assert.Equal("10.0", card.QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("scaled to official figures", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("95%: 8.2 to 12.2", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("/", card.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Rate_ScaledWithoutOfficialFigures_StaysAsItIsAndSaysWhy()
    {
        var card = Panel("?head=murder", isScaled: true).FindAll(".figure-card")[1];
        Assert.Equal("1.0", card.QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("not scaled", card.TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<KeyFiguresPanel> Panel(string address, bool isScaled = false)
    {
        var runner = new FakeQueryRunner(query => query.Dimensions.IsEmpty ? [new QueryRow([], [200, 1, 100, 400, 1, 2, 1, 2], false)] : []);
        Services.AddSingleton(new OverviewAnalysis(runner));
        Services.AddSingleton(new CoverageAnalysis(runner, new FakeOfficialFigures(("A", 2024, "total-cognizable", 2000))));
        var scope = MapContexts.Of("A", "A");
        var status = MapContexts.Status with { Until = new DateOnly(2025, 1, 16) };
        return Render<KeyFiguresPanel>(parameters => parameters
            .Add(panel => panel.Context, ScopeResolver.Resolve(ScopeCodes.Parse(address), scope.Viewer, scope.Reference, status, default))
            .Add(panel => panel.IsScaled, isScaled));
    }
}
