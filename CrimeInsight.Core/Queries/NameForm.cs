using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>One catalogue value by its camelCase name, or none.</summary>
/// <param name="standard">What an absent member means; left out of JSON.</param>
internal sealed class NameForm<T>(T? standard = null) : QueryForm<T?> where T : struct, Enum
{
    public override bool IsAbsent(T? value) => value is null || EqualityComparer<T?>.Default.Equals(value, standard);

    public override void Write(Utf8JsonWriter writer, T? value) => writer.WriteStringValue(QueryNames.Of(value!.Value));

    public override bool TryRead(string member, JsonElement json, QueryProblems problems, out T? value)
    {
        var isRead = TryReadName(member, json, problems, out var name);
        value = name;
        return isRead;
    }

    public override string ToText(T? value) => value is { } name ? QueryNames.Of(name) : "";

    public override bool TryParse(string parameter, string text, QueryProblems problems, out T? value)
    {
        value = null;
        foreach (var item in Items(text))
            if (QueryNames.TryRead<T>(item, out var name))
                value ??= name;
            else
                problems.AddNotInCatalogue<T>(parameter, $"\"{item}\"");
        value ??= standard;
        return true;
    }

    public override void Check(string member, T? value, QueryProblems problems)
    {
        if (value is { } name && !Enum.IsDefined(name))
            problems.AddNotInCatalogue<T>(member, name.ToString());
    }

    /// <summary>Reads a name in JSON, exactly as it is written.</summary>
    public static bool TryReadName(string member, JsonElement json, QueryProblems problems, out T name)
    {
        name = default;
        if (json.ValueKind != JsonValueKind.String)
            problems.AddWrong(member, "one of " + QueryNames.All<T>() + " in quotes", json);
        else if (QueryNames.TryReadExact(json.GetString()!, out name))
            return true;
        else
            problems.AddNotInCatalogue<T>(member, json.GetRawText());
        return false;
    }
}
