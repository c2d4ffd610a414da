using Bunit;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Tests.Web.Scopes;

/// <summary>Data from January 2023 to December 2024.</summary>
public sealed class ScopeNoticeTests : WebContext
{
    [Fact]
    public void Notice_ForeignPlace_NamesItAndWhatIsShown() =>
        Assert.Equal(["“B” is not among the places assigned to you. Shown instead: A."], Lines(new ScopeCodes("B")));

    [Fact]
    public void Notice_UnknownPlaceAndHead_AreBothSaid() => Assert.Equal(
        ["There is no place “XX”. Shown instead: A.", "There is no crime head “witchcraft”. Shown instead: All crimes."],
        Lines(new ScopeCodes("XX", "witchcraft")));

    [Theory]
    [InlineData("2024-13", null)]
    [InlineData("2024-05", "2024-02")]
    public void Notice_NonsensePeriod_IsSaid(string? from, string? until) =>
        Assert.Equal(["The period in the address cannot be read. Shown instead: Jan 2024 to Dec 2024."], Lines(new ScopeCodes(null, null, from, until)));

    [Fact]
    public void Notice_MonthsWithoutData_AreSaid() =>
        Assert.Equal(["Data are complete from January 2023 to December 2024 only; months outside have no cases here."],
            Lines(new ScopeCodes(null, null, "2024-01", "2025-06")));

    [Fact]
    public void Notice_OtherPeriodThanAsked_IsSaid() => Assert.Equal(
        ["The chosen period (Jan 2024 to May 2024) is not offered on this page. Shown instead: Jan 2024 to Dec 2024."],
        Lines(new ScopeCodes(null, null, "2024-01", "2024-06"), Period.Year(2024)));

    [Fact]
    public void Notice_PageOfAllMonths_SaysThatThePeriodDoesNotCount() =>
        Assert.StartsWith("The chosen period does not narrow this page", Assert.Single(Lines(new ScopeCodes(null, null, "2024-01", "2024-06"), ignores: true)),
            StringComparison.Ordinal);

    [Fact]
    public void Notice_DaysWithoutData_AreSaid() => Assert.Equal(
        ["There are data from 01-01-2023 to 31-12-2024 only; days outside have no cases here."], Lines(new ScopeCodes(null, null, "2024-12-30", "2025-01-06")));

    [Theory]
    [InlineData("registered", DateBasis.Occurred, "The address asks for another date; here cases are counted by date of offence.")]
    [InlineData("occurred", DateBasis.Registered, "The address asks for another date; here cases are counted by date of registration.")]
    [InlineData("witchcraft", DateBasis.Registered, "The address asks for another date; here cases are counted by date of registration.")]
    [InlineData("occurred", DateBasis.Occurred, null)]
    [InlineData("occurred", null, null)]
    [InlineData(null, DateBasis.Occurred, null)]
    public void Notice_OtherDateThanAsked_IsSaid(string? asked, DateBasis? shown, string? line) =>
        Assert.Equal(line is null ? [] : [line], Lines(new ScopeCodes(basis: asked), countedBy: shown));

    [Fact]
    public void Notice_OwnPlaceAndNoPeriod_SaysNothing()
    {
        Assert.Empty(Lines(new ScopeCodes()));
        Assert.Empty(Lines(new ScopeCodes("A", "murder")));
        Assert.Empty(Lines(new ScopeCodes("A", null, "2024-01", "2024-04"), new Period(new(2024, 1, 1), new(2024, 4, 1))));
    }

    /// <summary>2023 is the first year there is: nothing a year before it, and half of it only before July.</summary>
    [Theory]
    [InlineData("2024-01", "2025-01", true, true)]
    [InlineData("2023-01", "2024-01", false, false)]
    [InlineData("2023-07", "2024-01", true, false)]
    public void HasLastYear_DataThatDoNotReachBack_AreNotComparedWith(string from, string until, bool hasPrevious, bool hasLastYear)
    {
        var scope = new ScopeCodes(null, null, from, until);
        var context = MapContexts.Of(null, "A") with { Codes = scope, Period = scope.PeriodAt(new DateOnly(2025, 1, 1)) };
        Assert.Equal((hasPrevious, hasLastYear), (context.HasPrevious, context.HasLastYear));
    }

    [Theory]
    [InlineData("A", "2024-01", true)]
    [InlineData("A1", "2024-01", true)]
    [InlineData("A2", "2024-01", true)]
    [InlineData("A1", "2024-07", false)]
    [InlineData("B", "2024-01", false)]
    public void Notice_PlacesThatChangedWithinThePeriod_AreSaidWithTheDay(string place, string from, bool isSaid)
    {
        var change = new PlaceChange(PlaceChangeKind.Move, 4, 6, new DateOnly(2024, 4, 1), null, []);
        var reference = SmallReference.Data with { Jurisdictions = new JurisdictionTree(SmallReference.Data.Jurisdictions.All, [change]) };
        var scope = new ScopeCodes(place, null, from, "2025-01");
        var context = MapContexts.Of(null, place) with { Codes = scope, Reference = reference, Period = scope.PeriodAt(new DateOnly(2025, 1, 1)) };
        var notice = Render<ScopeNotice>(parameters => parameters.Add(one => one.Context, context));
        Assert.Equal(isSaid, notice.Markup.Contains("last on 01-04-2024 (A1a)", StringComparison.Ordinal));
    }

    private List<string> Lines(ScopeCodes scope, Period? shown = null, bool ignores = false, DateBasis? countedBy = null)
    {
        var context = MapContexts.Of(null, "A") with { Codes = scope };
        var notice = Render<ScopeNotice>(parameters => parameters
            .Add(one => one.Context, context with { Period = scope.PeriodAt(context.Status.AsOf!.Value), Basis = scope.DateBasis })
            .Add(one => one.CountedBy, countedBy)
            .Add(one => one.Shown, shown)
            .Add(one => one.IgnoresPeriod, ignores));
        return [.. notice.FindAll("[role=status] span").Select(line => line.TextContent)];
    }
}
