using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CrimeInsight.Tests.Core.Queries;

/// <summary>JSON and URL forms.</summary>
public sealed class IncidentQueryFormTests
{
    private static readonly string[] s_codes = ["IN", "IN-TN", "IN-TN-603", "a,b", "100%2C", "x&y=z", "அ +"];

    private static readonly IncidentQuery s_plain = new()
    {
        Measures = [Measure.Count],
        Period = Period.Year(2024),
    };

    private static Arbitrary<(IncidentQuery Query, IncidentQuery Defaults)> Pairs() => Gen.Choose(0, int.MaxValue - 1)
        .Select(seed => new RandomQueries(new Random(seed), s_codes, s_codes))
        .Select(queries => (queries.Next(), queries.Next()))
        .ToArbitrary();

    [Fact]
    public void Json_AnyQuery_RoundTrips() => Prop
        .ForAll(Pairs(), pair => IncidentQueryJson.Read(IncidentQueryJson.Write(pair.Query)).Equals(pair.Query))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Json_EqualTexts_OnlyForEqualQueries() => Prop
        .ForAll(Pairs(), pair => (IncidentQueryJson.Write(pair.Query) == IncidentQueryJson.Write(pair.Defaults)) == pair.Query.Equals(pair.Defaults))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Url_AnyQueryOverAnyDefaults_RoundTrips() => Prop
        .ForAll(Pairs(), pair => IncidentQueryUrl.Read("?" + IncidentQueryUrl.Write(pair.Query, pair.Defaults), pair.Defaults).Equals(pair.Query))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Json_Example_IsRead()
    {
        var query = IncidentQueryJson.Read("""
            {
              "measures": ["count", "ratePerLakh"],
              "dimensions": ["jurisdiction", "month"],
              "period": { "from": "2024-01-01", "until": "2025-01-01" },
              "jurisdictions": ["IN-TN"],
              "heads": ["murder"],
              "genders": ["female"],
              "hours": [-1, 23],
              "jurisdictionLevel": "district",
              "order": { "measure": "count" },
              "limit": 10
            }
            """);
        Assert.Equal([Measure.Count, Measure.RatePerLakh], query.Measures);
        Assert.Equal([Gender.Female], query.Genders);
        Assert.Equal(new QueryOrder(Measure.Count), query.Order);
        Assert.Equal(10, query.Limit);
        Assert.Equal(CrimeHeadLevel.Head, query.HeadLevel);
    }

    [Fact]
    public void Json_SeveralProblems_AreAllNamed()
    {
        var problems = Assert.Throws<InvalidQueryException>(() => IncidentQueryJson.Read("""
            { "measures": ["count", "Count", "sum"], "period": { "from": "2024-13-01", "until": "2025-01-01", "to": "x" },
              "weekdays": [0, "1"], "colour": "red", "order": { "measure": "share" } }
            """)).Problems;
        Assert.Equal(
            ["measures", "measures", "period.to", "period.from", "weekdays", "colour", "weekdays"],
            problems.Select(problem => problem.Member));
        Assert.Contains("colour: there is no such member; remove it or use one of measures,", problems[5].Message, StringComparison.Ordinal);
        Assert.Contains("\"sum\" is not in the catalogue; use count, ratePerLakh,", problems[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", QueryProblemKeys.Syntax)]
    [InlineData("[]", QueryProblemKeys.WrongType)]
    [InlineData("""{"limit":1,"limit":2}""", QueryProblemKeys.Syntax)]
    [InlineData("""{"measures":["count"]}""", QueryProblemKeys.PeriodMissing)]
    [InlineData("""{"measures":["count"],"period":{"from":"2024-01-01","until":"2024-01-01"}}""", QueryProblemKeys.PeriodOrder)]
    [InlineData("""{"measures":["count"],"period":{"from":"2024-01-01","until":"2024-02-01"},"limit":1.5}""", QueryProblemKeys.WrongType)]
    public void Json_OneProblem_HasItsKey(string json, string key) =>
        Assert.Equal(key, Assert.Single(Assert.Throws<InvalidQueryException>(() => IncidentQueryJson.Read(json)).Problems, problem => problem.Key == key).Key);

    [Fact]
    public void Url_Canonical_IsShort()
    {
        var query = s_plain with { Dimensions = [Dimension.Month], Heads = ["murder", "theft"], Order = new(Measure.Count), Limit = 5 };
        Assert.Equal("d=month&h=murder,theft&o=-count&n=5", IncidentQueryUrl.Write(query, s_plain));
        Assert.Equal("", IncidentQueryUrl.Write(s_plain, s_plain));
    }

    [Fact]
    public void Url_ForeignAndMisspeltCase_AreTolerated()
    {
        var query = IncidentQueryUrl.Read("tab=map&M=x&m=COUNT&p=2024-03..2024-04&h=", s_plain with { Heads = ["murder"] });
        Assert.Equal(s_plain with { Period = new Period(new(2024, 3, 1), new(2024, 4, 1)) }, query);
    }

    [Fact]
    public void Url_Unreadable_NamesEveryParameter()
    {
        var problems = Assert.Throws<InvalidQueryException>(() => IncidentQueryUrl.Read("p=2024&w=x&n=0", s_plain)).Problems;
        Assert.Equal(["p", "w", "limit"], problems.Select(problem => problem.Member));
    }
}
