using System.Collections.Immutable;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A list of catalogue values by their camelCase names.</summary>
internal sealed class NamesForm<T> : ListForm<T> where T : struct, Enum
{
    protected override void WriteItem(Utf8JsonWriter writer, T item) => writer.WriteStringValue(QueryNames.Of(item));

    protected override bool TryReadItem(string member, JsonElement json, QueryProblems problems, out T item) =>
        NameForm<T>.TryReadName(member, json, problems, out item);

    protected override string TextOf(T item) => QueryNames.Of(item);

    protected override bool TryParseItem(string parameter, string text, QueryProblems problems, out T item)
    {
        if (QueryNames.TryRead(text, out item))
            return true;
        problems.AddNotInCatalogue<T>(parameter, $"\"{text}\"");
        return false;
    }

    protected override void CheckItems(string member, ImmutableArray<T> items, QueryProblems problems)
    {
        foreach (var item in items.Where(item => !Enum.IsDefined(item)).Distinct())
            problems.AddNotInCatalogue<T>(member, item.ToString());
        problems.AddRepeats(items, member);
    }
}
