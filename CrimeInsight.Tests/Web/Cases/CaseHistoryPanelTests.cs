using Bunit;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Cases;

public sealed class CaseHistoryPanelTests : WebContext
{
    private static readonly DateTimeOffset s_march = new(2024, 3, 8, 6, 0, 0, TimeSpan.Zero);

    private readonly FakeHistories _histories = new();

    public CaseHistoryPanelTests()
    {
        Services.AddScoped<CaseTextFormat>();
        Services.AddSingleton<ICaseHistoryReader>(_histories);
    }

    [Fact]
    public void Panel_CaseThatNeverChanged_NamesItsOriginAlone()
    {
        _histories.Answer = () => new CaseHistory(new BatchRow(7, "march.csv", 12), []);
        Assert.Equal(["batch 7, march.csv, row 12"], Facts(Show()));
    }

    [Fact]
    public void Panel_FormerStates_SayWhatWasAndWhatChangedIt()
    {
        _histories.Answer = () => new CaseHistory(
            new BatchRow(7, null, 12),
            [
                new CaseState(s_march.AddDays(30), LegalStatus.Chargesheeted, new DateOnly(2024, 3, 6), 10, new BatchRow(9, "april.csv", 3), "IPC 302, IPC 34"),
                new CaseState(s_march, LegalStatus.UnderInvestigation, new DateOnly(2024, 3, 5), 11, null),
            ]);
        var panel = Show();
        var facts = Facts(panel);

        Assert.Equal("batch 7, row 12", facts[0]);
        Assert.All(["06-03-2024", "murder", "IPC 302, IPC 34", "Changed by batch 9, april.csv, row 3"], part => Assert.Contains(part, facts[1]));
        Assert.All(["05-03-2024", "hurt"], part => Assert.Contains(part, facts[2]));
        Assert.DoesNotContain("Changed by", facts[2]);
        Assert.Equal(2, panel.FindAll("dt").Count(term => term.TextContent.StartsWith("Until ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Panel_ReadingFails_SaysSoAndTriesAgain()
    {
        _histories.Answer = () => throw new InvalidOperationException();
        var panel = Show();
        Assert.Empty(panel.FindAll("dl"));

        _histories.Answer = () => new CaseHistory(new BatchRow(7, "march.csv", 12), []);
        panel.Find(".panel-body button").Click();
        Assert.Single(Facts(panel));
    }

    [Fact]
    public void Panel_CaseOutsideThePersonsPlaces_ShowsNothingOfIt()
    {
        _histories.Answer = () => null;
        Assert.Empty(Show().FindAll("dl"));
    }

    [Fact]
    public void Panel_SameCaseAgain_IsReadOnceAndAnotherAnew()
    {
        _histories.Answer = () => new CaseHistory(new BatchRow(7, "march.csv", 12), []);
        var panel = Show();
        panel.Render(parameters => parameters.Add(item => item.Id, 5).Add(item => item.Context, MapContexts.Of("A", "IN")));
        Assert.Equal([5L], _histories.Asked);
        panel.Render(parameters => parameters.Add(item => item.Id, 6).Add(item => item.Context, MapContexts.Of("A", "IN")));
        Assert.Equal([5L, 6L], _histories.Asked);
    }

    private static string[] Facts(IRenderedComponent<CaseHistoryPanel> panel) =>
        [.. panel.FindAll("dd").Select(fact => string.Join(' ', fact.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private IRenderedComponent<CaseHistoryPanel> Show() =>
        Render<CaseHistoryPanel>(parameters => parameters.Add(panel => panel.Id, 5).Add(panel => panel.Context, MapContexts.Of("A", "IN")));

    private sealed class FakeHistories : ICaseHistoryReader
    {
        public Func<CaseHistory?> Answer { get; set; } = () => null;

        public List<long> Asked { get; } = [];

        public Task<CaseHistory?> ReadAsync(long id, Viewer viewer, CancellationToken cancellationToken)
        {
            Asked.Add(id);
            return Task.FromResult(Answer());
        }
    }
}
