using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Web.Scope;

using CrimeInsight.Web.Shared.Scope;
using Scope = CrimeInsight.Web.Shared.Scope.Scope;

public sealed class ScopeTests
{
    private static readonly DateOnly s_asOf = new(2025, 1, 1);

    [Fact]
    public void PeriodAt_Days_AreTheDays()
    {
        var week = new Period(new DateOnly(2024, 12, 25), new DateOnly(2025, 1, 1));
        var scope = new Scope("IN-TN").Over(week);
        Assert.Equal("?in=IN-TN&from=2024-12-25&until=2025-01-01", scope.ToQueryString());
        Assert.Equal(week, scope.PeriodAt(s_asOf));
        Assert.False(scope.IsPeriodNonsense(s_asOf));
        Assert.Equal("?from=2024-01&until=2025-01", new Scope().Over(Period.Year(2024)).ToQueryString());
    }

    [Fact]
    public void Choices_MonthUnderWay_OffersTheWeekAndTheMonthSoFar()
    {
        var choices = PeriodChoice.For(new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        Assert.Equal(new Period(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 30)), choices.Single(choice => choice.Key == "LastWeek").Period);
        Assert.Equal(new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), choices.Single(choice => choice.Key == "MonthSoFar").Period);
        Assert.Equal(new Period(new DateOnly(2025, 11, 1), new DateOnly(2026, 11, 1)), choices.Single(choice => choice.Key == "Last12").Period);
        Assert.DoesNotContain(PeriodChoice.For(new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)), choice => choice.Key == "MonthSoFar");
    }

    [Fact]
    public void PeriodAt_Nothing_IsTheLastTwelveMonths() =>
        Assert.Equal(Period.Year(2024), new Scope().PeriodAt(s_asOf));

    [Fact]
    public void PeriodAt_Months_AreHalfOpen() =>
        Assert.Equal(new Period(new DateOnly(2023, 4, 1), new DateOnly(2024, 4, 1)), new Scope(From: "2023-04", Until: "2024-04").PeriodAt(s_asOf));

    [Theory]
    [InlineData("2024-05", "2024-05")]
    [InlineData("2024-13", null)]
    [InlineData("x", "y")]
    public void PeriodAt_Nonsense_FallsBackToTheDefault(string? from, string? until) =>
        Assert.Equal(12, new Scope(From: from, Until: until).PeriodAt(s_asOf).Months);

    [Fact]
    public void Parse_WrittenScopeAmongOtherMembers_IsReadBack()
    {
        var scope = new Scope(In: "IN-TN", Head: "theft x", From: "2023-04", Until: "2024-04");

        Assert.Equal(scope, Scope.Parse(scope.ToQueryString() + "&layer=density"));
        Assert.Equal(new Scope(), Scope.Parse("?layer=density"));
    }

    [Fact]
    public void ToQueryString_Members_AreEscapedAndOrdered() =>
        Assert.Equal("?in=IN-TN&head=theft%20x", new Scope(Head: "theft x", In: "IN-TN").ToQueryString());
}
