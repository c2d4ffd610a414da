using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Scopes;

/// <summary>What a person may see of what they ask. Complete months end with December 2024, days with 14 January 2025.</summary>
public sealed class ScopeResolverTests
{
    private static readonly DataStatus s_status = MapContexts.Status with { Until = new DateOnly(2025, 1, 15) };

    [Fact]
    public void Places_OfOthersAndUnknown_AreLeftOut()
    {
        var scope = Of("?in=A1&in=B&in=A2&in=XX", "A");
        Assert.Equal(["A1", "A2"], scope.PlaceCodes);
        Assert.Equal(["B"], scope.Foreign.Select(place => place.Code));
        Assert.True(scope.IsElsewhere);
        Assert.Null(scope.Place);
        Assert.Equal(["A1", "A2"], scope.Within.Select(place => place.Code));
    }

    [Fact]
    public void Places_Own_AreNoRefusal()
    {
        var scope = Of("?in=A1", "A");
        Assert.Empty(scope.Foreign);
        Assert.False(scope.IsElsewhere);
        Assert.Equal("A1", scope.Place!.Code);
        Assert.Equal("A2", scope.In(SmallReference.Data.Jurisdictions.Find("A2")!).Codes.Places.Single());
    }

    [Theory]
    [InlineData("", new[] { "A" }, new[] { "A" }, "A")]
    [InlineData("", new[] { "A1", "B" }, new string[0], "A1,B")]
    [InlineData("?in=A", new[] { "A1", "B" }, new string[0], "A1,B")]
    [InlineData("?in=XX", new[] { "A1" }, new[] { "A1" }, "A1")]
    public void Places_NoneOfTheirs_AreThePersonsOwn(string address, string[] roots, string[] places, string within)
    {
        var scope = Of(address, roots);
        Assert.Equal(places, scope.PlaceCodes);
        Assert.Equal(within, string.Join(',', scope.Within.Select(place => place.Code)));
    }

    [Fact]
    public void Places_NobodysPerson_SeesNone() => Assert.Empty(Of("?in=A").Within);

    [Theory]
    [InlineData("", "")]
    [InlineData("?head=murder&head=witchcraft", "murder")]
    [InlineData("?head=murder&head=rape", "murder,rape")]
    [InlineData("?head=murder&head=all", "")]
    [InlineData("?head=witchcraft", "")]
    public void Heads_Known_AreKept(string address, string expected)
    {
        var scope = Of(address, "A");
        Assert.Equal(expected, string.Join(',', scope.HeadCodes));
        Assert.Equal(expected is "murder" ? "murder" : "all", scope.Head.Code);
    }

    [Theory]
    [InlineData("rape", true)]
    [InlineData("women", false)]
    [InlineData("murder", false)]
    [InlineData(null, false)]
    public void IsSensitive_Head_IsAsTheTaxonomyMarksIt(string? head, bool expected) =>
        Assert.Equal(expected, Of(new ScopeCodes(head: head).ToQueryString(), "A").IsSensitive);

    [Fact]
    public void Period_OfTheAddress_GoesByWhatIsKnown()
    {
        Assert.Equal(new Period(new DateOnly(2025, 1, 10), new DateOnly(2025, 1, 15)), Of("?from=2025-01-10", "A").Period);
        Assert.Equal(Period.Year(2024), Of("", "A").Period);
        Assert.Equal(new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 15)), Of("", "A").ToNewest);
        Assert.Equal(Period.Year(2024), Of("?from=2024-01&until=2025-01", "A").ToNewest);
        var empty = Resolve("", s_status with { FirstMonth = null, AsOf = null, Until = null }, "A");
        Assert.True(empty.IsEmpty);
        Assert.Equal(new Period(new DateOnly(2029, 6, 1), new DateOnly(2030, 6, 1)), empty.Period);
    }

    [Theory]
    [InlineData("?basis=occurred", DateBasis.Occurred)]
    [InlineData("?basis=Registered", DateBasis.Registered)]
    [InlineData("?basis=0", null)]
    [InlineData("?basis=", null)]
    [InlineData("", null)]
    public void Basis_Named_IsThatOfTheQuery(string address, DateBasis? expected)
    {
        var scope = Of(address, "A");
        Assert.Equal(expected, scope.Basis);
        Assert.Equal(expected, scope.Query(Measure.Count).DateBasis);
    }

    [Fact]
    public void Query_Scope_AsksForItsPlacesHeadsAndPeriod()
    {
        var query = Of("?in=A1&in=A2&head=murder&from=2024-03-04&until=2024-03-11", "A").ByMonth(QueryAudience.Release);
        Assert.Empty(IncidentQueryValidator.Validate(query));
        Assert.Equal(["A1", "A2"], query.Jurisdictions);
        Assert.Equal(["murder"], query.Heads);
        Assert.Equal(new Period(new DateOnly(2024, 3, 4), new DateOnly(2024, 3, 11)), query.Period);
        Assert.Equal(QueryAudience.Release, query.Audience);
    }

    private static Scope Of(string address, params string[] roots) => Resolve(address, s_status, roots);

    private static Scope Resolve(string address, DataStatus status, params string[] roots)
    {
        var tree = SmallReference.Data.Jurisdictions;
        var viewer = new Viewer(Guid.Empty, "asha", PersonRole.Officer, [.. roots.Select(code => tree.Find(code)!.Id)]);
        return ScopeResolver.Resolve(ScopeCodes.Parse(address), viewer, SmallReference.Data, status, new DateOnly(2030, 6, 15));
    }
}
