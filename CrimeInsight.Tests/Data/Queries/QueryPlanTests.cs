using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Queries;

/// <summary>Resolving codes and choosing a source.</summary>
public sealed class QueryPlanTests
{
    private static readonly IncidentQuery s_plain = new() { Measures = [Measure.Count], Period = Period.Year(2024) };

    public static TheoryData<IncidentQuery, string> Sources => new()
    {
        { s_plain, "crime.rollup_month_registered" },
        { s_plain with { Dimensions = [Dimension.Status, Dimension.Head] }, "crime.rollup_month_registered" },
        { s_plain with { Jurisdictions = ["A1"], Measures = [Measure.ConvictionRate] }, "crime.rollup_month_registered" },
        { s_plain with { Jurisdictions = ["A1a"] }, "crime.incident" },
        { s_plain with { Jurisdictions = ["A1"], Dimensions = [Dimension.Jurisdiction] }, "crime.incident" },
        { s_plain with { Jurisdictions = ["A"], Dimensions = [Dimension.Jurisdiction] }, "crime.rollup_month_registered" },
        { s_plain with { Dimensions = [Dimension.Weekday] }, "crime.rollup_hour" },
        { s_plain with { Jurisdictions = ["A1"], Hours = [3] }, "crime.incident" },
        { s_plain with { Genders = [Gender.Female], Dimensions = [Dimension.AgeBand] }, "crime.rollup_victim_registered" },
        { s_plain with { Genders = [Gender.Female], Hours = [3] }, "crime.incident" },
        { s_plain with { Statuses = [LegalStatus.Closed], Hours = [3] }, "crime.incident" },
        { s_plain with { Dimensions = [Dimension.Day] }, "crime.incident" },
        { s_plain with { Period = new(new(2024, 1, 1), new(2024, 1, 31)) }, "crime.incident" },
        { s_plain with { DateBasis = DateBasis.Registered }, "crime.rollup_month_registered" },
        { s_plain with { DateBasis = DateBasis.Occurred }, "crime.rollup_month" },
        { s_plain with { DateBasis = DateBasis.Occurred, Dimensions = [Dimension.Weekday] }, "crime.rollup_hour" },
        { s_plain with { DateBasis = DateBasis.Occurred, Dimensions = [Dimension.Gender] }, "crime.rollup_victim" },
        { s_plain with { DateBasis = DateBasis.Occurred, Jurisdictions = ["A1a"] }, "crime.incident" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Choose_CheapestExact_IsTaken(IncidentQuery query, string table) => Assert.Equal(table, QuerySource.Choose(Resolve(query)).Table);

    [Theory]
    [InlineData(null, false, DateBasis.Registered)]
    [InlineData(null, true, DateBasis.Occurred)]
    [InlineData(DateBasis.Occurred, false, DateBasis.Occurred)]
    [InlineData(DateBasis.Occurred, true, DateBasis.Occurred)]
    [InlineData(DateBasis.Registered, false, DateBasis.Registered)]
    public void Resolve_DateBasis_IsFilledIn(DateBasis? asked, bool isByHour, DateBasis taken) =>
        Assert.Equal(taken, Resolve(s_plain with { DateBasis = asked, Dimensions = isByHour ? [Dimension.Hour] : [Dimension.Month] }).Query.DateBasis);

    [Fact]
    public void Resolve_OverlappingPlaces_CountOnce()
    {
        var resolved = Resolve(s_plain with { Jurisdictions = ["A1a", "A", "A1"], Dimensions = [Dimension.Jurisdiction] });
        Assert.Equal(["A"], resolved.Places.Roots.Select(place => place.Code));
        Assert.Equal(["A1", "A2"], resolved.Places.Groups!.Value.Select(place => place.Code));
        Assert.Equal(JurisdictionLevel.District, resolved.Query.JurisdictionLevel);
        Assert.Equal(["A"], resolved.Query.Jurisdictions);
    }

    [Fact]
    public void Resolve_FilterAroundTheScope_IsNarrowedToIt()
    {
        var district = SmallReference.Data.Jurisdictions.Find("A1")!;
        Assert.Equal(["A1"], Resolve(s_plain, district).Query.Jurisdictions);
        Assert.Equal(["A1"], Resolve(s_plain with { Jurisdictions = ["A", "B"] }, district).Query.Jurisdictions);
        Assert.Equal(["A1a"], Resolve(s_plain with { Jurisdictions = ["A1a"] }, district).Query.Jurisdictions);
        Assert.True(Resolve(s_plain with { Jurisdictions = ["B"] }, district).IsEmpty);
    }

    [Fact]
    public void Resolve_OverlappingHeads_CountOnce()
    {
        var heads = Resolve(s_plain with { Heads = ["murder", "body", "rape"] }).Heads;
        Assert.Equal([1, 20], heads.Counted);
        Assert.Equal([10, 11, 20], heads.Leaves);
    }

    [Theory]
    [InlineData("rape", true)]
    [InlineData("children", true)]
    [InlineData("rape,murder", true)]
    [InlineData("rape,body", true)]
    [InlineData("murder", false)]
    [InlineData("women,body", false)]
    [InlineData("women,murder", false)]
    [InlineData("women", true)]
    [InlineData("all", false)]
    public void Resolve_HeadsOneSubtractionFromSensitive_AreKnown(string heads, bool isOneStep) =>
        Assert.Equal(isOneStep, Assert.Single(Resolve(s_plain with { Heads = [.. heads.Split(',')] }).Heads.Groups).IsOneStepFromSensitive);

    [Fact]
    public void Resolve_UnknownCodes_AreAllNamed()
    {
        var problems = Assert.Throws<InvalidQueryException>(() => Resolve(s_plain with { Jurisdictions = ["A", "X"], Heads = ["Y"] })).Problems;
        Assert.Equal([QueryProblemKeys.UnknownJurisdiction, QueryProblemKeys.UnknownHead], problems.Select(problem => problem.Key));
    }

    [Fact]
    public void Compile_CodesAndHours_NeverReachTheText()
    {
        var compiled = IncidentQueryCompiler.Compile(
            Resolve(s_plain with { Jurisdictions = ["A1a"], Heads = ["murder"], Hours = [7] }), QuerySource.Raw, isDetailed: true);
        Assert.DoesNotContain("'", compiled.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("7", compiled.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("A1a", compiled.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("murder", compiled.Sql, StringComparison.Ordinal);
    }

    private static ResolvedQuery Resolve(IncidentQuery query, Jurisdiction? scope = null) =>
        QueryResolver.Resolve(query, SmallReference.Data, [scope ?? SmallReference.Country]);
}
