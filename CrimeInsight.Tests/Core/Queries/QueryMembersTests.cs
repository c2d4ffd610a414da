using System.Reflection;
using System.Text.Json;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Queries;

/// <summary>The table of members: every property of a query is in it, and each takes part in all that follows from it.</summary>
public sealed class QueryMembersTests
{
    private const int Pairs = 1_500;

    private static readonly string[] s_codes = ["IN", "IN-TN", "a,b", "100%2C", "x&y=z"];

    private static readonly string[] s_sections = ["IPC:302", "BNS:303(2)", "ARMS:25(1B)(a)", "EXPLOSIVE-SUBSTANCES:4"];

    public static TheoryData<string> Names => [.. QueryMembers.All.Select(member => member.Name)];

    [Fact]
    public void All_Properties_AreMembers()
    {
        var properties = typeof(IncidentQuery).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null && property.Name != nameof(IncidentQuery.Audience))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.Equal(properties.Order(StringComparer.Ordinal), QueryMembers.All.Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Distinct(QueryMembers.All.Select(member => member.Parameter));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Member_SetAlone_RoundTripsAndMakesTheQueryAnother(string name)
    {
        var member = QueryMembers.Find(name)!;
        var tried = 0;
        foreach (var (query, changed) in ChangedIn(member))
        {
            tried++;
            Assert.Equal(changed, IncidentQueryJson.Read(IncidentQueryJson.Write(changed)));
            Assert.Equal(changed, IncidentQueryUrl.Read(IncidentQueryUrl.Write(changed, query), query));
            Assert.NotEqual(query, changed);
            Assert.NotEqual(IncidentQueryJson.Write(query), IncidentQueryJson.Write(changed));
            Assert.StartsWith(member.Parameter + "=", IncidentQueryUrl.Write(changed, query), StringComparison.Ordinal);
        }

        Assert.True(tried >= 20, $"{name} was tried {tried} times.");
    }

    // Negative control: with a row of the table missing, the two queries would be the same in every respect.
    [Theory]
    [MemberData(nameof(Names))]
    public void Member_MissingInTheTable_IsSeen(string name)
    {
        var member = QueryMembers.Find(name)!;
        var others = QueryMembers.All.Remove(member);
        var (query, changed) = ChangedIn(member).First();
        Assert.All(others, other => Assert.True(other.AreSame(query, changed)));
        Assert.Equal(others.Select(other => other.ToText(query)), others.Select(other => other.ToText(changed)));
        Assert.False(member.AreSame(query, changed));
    }

    [Fact]
    public void Equal_Queries_HashAlike()
    {
        var queries = new RandomQueries(new Random(5), s_codes, s_codes) { Sections = s_sections };
        for (var i = 0; i < 200; i++)
        {
            var query = queries.Next();
            var copy = IncidentQueryJson.Read(IncidentQueryJson.Write(query));
            Assert.Equal(query, copy);
            Assert.Equal(query.GetHashCode(), copy.GetHashCode());
        }
    }

    // Valid queries, and the same with another value of one member.
    private static IEnumerable<(IncidentQuery Query, IncidentQuery Changed)> ChangedIn(QueryMember member)
    {
        var queries = new RandomQueries(new Random(3), s_codes, s_codes) { Sections = s_sections };
        for (var i = 0; i < Pairs; i++)
        {
            var (query, other) = (queries.Next(), queries.Next());
            var changed = member.Parse(query, Uri.UnescapeDataString(member.ToText(other)), new QueryProblems());
            if (!member.AreSame(query, changed) && IncidentQueryValidator.Validate(changed).IsEmpty)
                yield return (query, changed);
        }
    }
}
