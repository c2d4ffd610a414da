using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Hotspots;

namespace CrimeInsight.Tests.Web.Hotspots;

/// <summary>Data from January 2023 to December 2024.</summary>
public sealed class HotspotScopeTests
{
    [Fact]
    public void Period_OfTheAddress_IsTheOneLookedAt()
    {
        var page = State(new ScopeCodes("A", null, "2024-10", "2025-01"));
        Assert.Equal((3, new DateOnly(2024, 12, 1)), (page.Months, page.End));
        Assert.Equal(
            (3, new DateOnly(2025, 1, 1)), (page.Request.PeriodAt(new DateOnly(2025, 1, 1)).Months, page.Request.PeriodAt(new DateOnly(2025, 1, 1)).Until));
        Assert.Equal(page.Context.Period, page.Period);
        Assert.Equal("/hotspots?in=A&from=2024-10&until=2025-01&method=likeness", page.UrlOf(Presenters.All.FindOnMap("likeness")!));
    }

    [Fact]
    public void Period_NotOffered_IsReplacedAndKnownToBe()
    {
        var page = State(new ScopeCodes("A", null, "2024-01", "2024-06"));
        Assert.Equal(12, page.Months);
        Assert.NotEqual(page.Context.Period, page.Period);
    }

    [Fact]
    public void Span_ChosenHere_TakesThePlaceOfTheAddress()
    {
        var page = State(new ScopeCodes("A", null, "2024-10", "2025-01"));
        Assert.Equal("/hotspots?in=A&span=6", page.UrlOfSpan(6));
        Assert.Equal("/hotspots?in=A&end=2024-08&span=3", page.UrlOfEnd(new DateOnly(2024, 8, 1)));
        Assert.Null(State(new ScopeCodes("A", null, "2024-10", "2025-01"), new HotspotChoice(Months: 6)).Period);
    }

    private static HotspotPageState State(ScopeCodes scope, HotspotChoice? choice = null)
    {
        var context = MapContexts.Of("A", "A") with { Codes = scope };
        return new HotspotPageState(context with { Period = scope.PeriodAt(context.Status.AsOf!.Value) }, choice ?? new HotspotChoice(), Presenters.All);
    }
}
