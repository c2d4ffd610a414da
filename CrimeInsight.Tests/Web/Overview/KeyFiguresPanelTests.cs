using Bunit;
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

    private IRenderedComponent<KeyFiguresPanel> Panel(string address)
    {
        var runner = new FakeQueryRunner(query => query.Dimensions.IsEmpty ? [new QueryRow([], [200, 1, 100, 400, 1, 2, 1, 2], false)] : []);
        Services.AddSingleton(new OverviewAnalysis(runner));
        var scope = MapContexts.Of("A", "A");
        var status = MapContexts.Status with { Until = new DateOnly(2025, 1, 16) };
        return Render<KeyFiguresPanel>(parameters => parameters.Add(
            panel => panel.Context, ScopeResolver.Resolve(ScopeCodes.Parse(address), scope.Viewer, scope.Reference, status, default)));
    }
}
