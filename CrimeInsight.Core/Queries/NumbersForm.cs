using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A list of whole numbers of a range.</summary>
/// <param name="key">Of the problem of one outside it.</param>
/// <param name="meaning">What the ends mean, for that problem.</param>
internal sealed class NumbersForm(int least, int most, string key, string meaning) : ListForm<int>
{
    protected override void WriteItem(Utf8JsonWriter writer, int item) => writer.WriteNumberValue(item);

    protected override bool TryReadItem(string member, JsonElement json, QueryProblems problems, out int item)
    {
        item = 0;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out item))
            return true;
        problems.AddWrong(member, "a whole number", json);
        return false;
    }

    protected override string TextOf(int item) => item.ToString(CultureInfo.InvariantCulture);

    protected override bool TryParseItem(string parameter, string text, QueryProblems problems, out int item) =>
        TryParseNumber(parameter, text, problems, out item);

    protected override void CheckItems(string member, ImmutableArray<int> items, QueryProblems problems)
    {
        foreach (var item in items.Where(item => item < least || item > most).Distinct())
            problems.Add(member, key, string.Create(CultureInfo.InvariantCulture, $"{item} is outside {least} to {most} ({meaning}); remove it."));
        problems.AddRepeats(items, member);
    }

    /// <summary>Reads a whole number of an address.</summary>
    public static bool TryParseNumber(string parameter, string text, QueryProblems problems, out int number)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return true;
        problems.Add(parameter, QueryProblemKeys.WrongType, $"\"{text}\" is not a whole number.");
        return false;
    }
}
