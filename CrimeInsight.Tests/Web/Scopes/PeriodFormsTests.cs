using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Scopes;
using FsCheck;
using FsCheck.Fluent;

namespace CrimeInsight.Tests.Web.Scopes;

public sealed class PeriodFormsTests
{
    private static readonly DateOnly s_newest = new(2025, 1, 15);

    private static Arbitrary<(Period Period, PeriodForm Form)> Pairs() => Gen.Choose(0, 700)
        .SelectMany(start => Gen.Choose(1, 400)
            .Select(days => new Period(new DateOnly(2023, 1, 1).AddDays(start), new DateOnly(2023, 1, 1).AddDays(start + days))))
        .SelectMany(period => Gen.Elements(Enum.GetValues<PeriodForm>()).Select(form => (period, form)))
        .ToArbitrary();

    /// <summary>
    /// Whatever is shown, what is chosen is of the form chosen, has a day in common with it or ends with the data, and choosing it again changes nothing.
    /// </summary>
    [Fact]
    public void Nearest_AnyPeriod_HasTheForm() => Prop
        .ForAll(Pairs(), pair =>
        {
            var codes = PeriodForms.Nearest(Of(new ScopeCodes().Over(pair.Period)), pair.Form, s_newest);
            var then = Of(codes);
            return PeriodForms.Has(then, pair.Form)
                && (then.Period.From < pair.Period.Until || then.Period.From <= s_newest)
                && PeriodForms.Nearest(then, pair.Form, s_newest).Equals(codes);
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("?from=2024-03&until=2024-06", PeriodForm.Months)]
    [InlineData("?from=2024-03-01&until=2024-03-02", PeriodForm.Day)]
    [InlineData("?from=2024-03-04&until=2024-03-11", PeriodForm.Week)]
    [InlineData("?from=2024-03-05&until=2024-03-12", PeriodForm.Days)]
    [InlineData("?from=2025-01-15", PeriodForm.Since)]
    [InlineData("?from=2025-01", PeriodForm.Months)]
    public void Of_Address_IsTheNarrowestForm(string address, PeriodForm expected) => Assert.Equal(expected, PeriodForms.Of(Of(ScopeCodes.Parse(address))));

    [Theory]
    [InlineData(2024, 12, 30, 30)]
    [InlineData(2025, 1, 5, 30)]
    [InlineData(2025, 1, 6, 6)]
    public void WeekOf_Day_BeginsOnMonday(int year, int month, int day, int monday)
    {
        var week = PeriodForms.WeekOf(new DateOnly(year, month, day));
        Assert.Equal((monday, DayOfWeek.Monday, 7), (week.From.Day, week.From.DayOfWeek, week.Days));
    }

    private static Scope Of(ScopeCodes codes)
    {
        var scope = MapContexts.Of(null, "A");
        return ScopeResolver.Resolve(codes, scope.Viewer, scope.Reference, MapContexts.Status with { Until = s_newest.AddDays(1) }, default);
    }
}
