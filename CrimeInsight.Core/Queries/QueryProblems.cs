using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>What is wrong with a query, as it is found.</summary>
internal sealed class QueryProblems : IReadOnlyCollection<QueryProblem>
{
    private const int MostShown = 40;

    private readonly List<QueryProblem> _problems = [];

    public int Count => _problems.Count;

    public void Add(string member, string key, string message) => _problems.Add(new QueryProblem(member, key, $"{member}: {message}"));

    public void AddUnknown(string member, string known) =>
        Add(member, QueryProblemKeys.UnknownMember, $"there is no such member; remove it or use one of {known}.");

    public void AddWrong(string member, string expected, JsonElement found) =>
        Add(member, QueryProblemKeys.WrongType, $"expected {expected}, found {Shorten(found.GetRawText())}.");

    public void AddNotInCatalogue<T>(string member, string value) where T : struct, Enum =>
        Add(member, QueryProblemKeys.NotInCatalogue, $"{value} is not in the catalogue; use {QueryNames.All<T>()}.");

    public void AddRepeats<T>(IEnumerable<T> values, string member, IEqualityComparer<T>? comparer = null)
    {
        foreach (var group in values.GroupBy(value => value, comparer).Where(group => group.Skip(1).Any()))
            Add(member, QueryProblemKeys.Repeated, string.Create(CultureInfo.InvariantCulture, $"{group.Key} is given more than once; keep one."));
    }

    public IEnumerator<QueryProblem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Shorten(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
