using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A list of codes. Case does not tell them apart.</summary>
internal sealed class CodesForm : ListForm<string>
{
    private const int Most = IncidentQueryValidator.MaxCodes;

    protected override string Expected => "a list of codes in quotes";

    protected override void WriteItem(Utf8JsonWriter writer, string item) => writer.WriteStringValue(item);

    protected override bool TryReadItem(string member, JsonElement json, QueryProblems problems, out string item)
    {
        item = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        if (json.ValueKind == JsonValueKind.String)
            return true;
        problems.AddWrong(member, "codes in quotes", json);
        return false;
    }

    // A comma separates codes, so one inside a code is escaped twice.
    protected override string TextOf(string item) =>
        Uri.EscapeDataString(item.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal));

    protected override bool TryParseItem(string parameter, string text, QueryProblems problems, out string item)
    {
        item = text.Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
        return true;
    }

    protected override void CheckItems(string member, ImmutableArray<string> items, QueryProblems problems)
    {
        if (items.Length > Most)
            problems.Add(member, QueryProblemKeys.TooManyValues, string.Create(CultureInfo.InvariantCulture,
                $"{items.Length} codes given, at most {Most} are possible; name their common parent instead."));
        if (items.Any(string.IsNullOrWhiteSpace))
            problems.Add(member, QueryProblemKeys.BlankCode, "a code is blank; remove it.");
        problems.AddRepeats(items.Where(code => !string.IsNullOrWhiteSpace(code)), member, StringComparer.OrdinalIgnoreCase);
    }
}
