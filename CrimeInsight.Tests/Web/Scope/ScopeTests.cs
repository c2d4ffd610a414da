using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Web.Scope;

using Scope = CrimeInsight.Web.Shared.Scope.Scope;

public sealed class ScopeTests
{
    private static readonly DateOnly s_asOf = new(2025, 1, 1);

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
