using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Tests.Web.Scopes;

public sealed class PeriodChoiceTests
{
    [Fact]
    public void Choices_MonthUnderWay_OffersTheWeekAndTheMonthSoFar()
    {
        var choices = PeriodChoice.For(new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        Assert.Equal(new Period(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 30)), choices.Single(choice => choice.Key == "LastWeek").Period);
        Assert.Equal(new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), choices.Single(choice => choice.Key == "MonthSoFar").Period);
        Assert.Equal(new Period(new DateOnly(2025, 11, 1), new DateOnly(2026, 11, 1)), choices.Single(choice => choice.Key == "Last12").Period);
        Assert.DoesNotContain(
            PeriodChoice.For(new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)), choice => choice.Key == "MonthSoFar");
    }
}
