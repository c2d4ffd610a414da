using System.Globalization;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A whole number of rows, or none.</summary>
internal sealed class LimitForm : QueryForm<int?>
{
    private const int Most = IncidentQueryValidator.MaxLimit;

    public override bool IsAbsent(int? value) => value is null;

    public override void Write(Utf8JsonWriter writer, int? value) => writer.WriteNumberValue(value!.Value);

    public override bool TryRead(string member, JsonElement json, QueryProblems problems, out int? value)
    {
        value = json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? number : null;
        if (value is not null)
            return true;
        problems.AddWrong(member, "a whole number", json);
        return false;
    }

    public override string ToText(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public override bool TryParse(string parameter, string text, QueryProblems problems, out int? value)
    {
        value = null;
        foreach (var item in Items(text))
            if (NumbersForm.TryParseNumber(parameter, item, problems, out var number))
                value ??= number;
        return true;
    }

    public override void Check(string member, int? value, QueryProblems problems)
    {
        if (value is < 1 or > Most)
            problems.Add(member, QueryProblemKeys.LimitRange, string.Create(CultureInfo.InvariantCulture,
                $"{value} is outside 1 to {Most}; choose a value within, or leave it out."));
    }
}
