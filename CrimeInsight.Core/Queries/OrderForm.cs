using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>An order by a measure, or none: <c>{"measure":"count"}</c>, in an address <c>-count</c>, without the minus ascending.</summary>
internal sealed class OrderForm : QueryForm<QueryOrder?>
{
    private const string Example = "{\"measure\":\"count\",\"descending\":true}";
    private const string Measure = "measure";
    private const string Descending = "descending";

    public override bool IsAbsent(QueryOrder? value) => value is null;

    public override void Write(Utf8JsonWriter writer, QueryOrder? value)
    {
        writer.WriteStartObject();
        writer.WriteString(Measure, QueryNames.Of(value!.Measure));
        if (!value.Descending)
            writer.WriteBoolean(Descending, false);
        writer.WriteEndObject();
    }

    public override bool TryRead(string member, JsonElement json, QueryProblems problems, out QueryOrder? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.AddWrong(member, Example, json);
            return false;
        }
        Queries.Measure? measure = null;
        var isDescending = true;
        foreach (var part in json.EnumerateObject())
            if (part.Name == Measure)
                measure = NameForm<Queries.Measure>.TryReadName(member + "." + part.Name, part.Value, problems, out var name) ? name : null;
            else if (part.Name != Descending)
                problems.AddUnknown(member + "." + part.Name, "measure, descending");
            else if (part.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                isDescending = part.Value.GetBoolean();
            else
                problems.AddWrong(member + "." + part.Name, "true or false", part.Value);
        if (measure is null && !json.TryGetProperty(Measure, out _))
            problems.AddWrong(member, Example, json);
        value = measure is { } by ? new QueryOrder(by, isDescending) : null;
        return value is not null;
    }

    public override string ToText(QueryOrder? value) => value is null ? "" : (value.Descending ? "-" : "") + QueryNames.Of(value.Measure);

    public override bool TryParse(string parameter, string text, QueryProblems problems, out QueryOrder? value)
    {
        value = null;
        foreach (var item in Items(text.TrimStart('-')))
            if (QueryNames.TryRead<Queries.Measure>(item, out var measure))
                value ??= new QueryOrder(measure, text.StartsWith('-'));
            else
                problems.AddNotInCatalogue<Queries.Measure>(parameter, $"\"{item}\"");
        return true;
    }
}
