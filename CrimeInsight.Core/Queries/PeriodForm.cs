using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Queries;

/// <summary>A period: <c>{"from":"2024-01-01","until":"2025-01-01"}</c>, in an address <c>2024-01..2025-01</c>, or days.</summary>
internal sealed class PeriodForm : QueryForm<Period>
{
    private const string Example = "{\"from\":\"2024-01-01\",\"until\":\"2025-01-01\"}";
    private const string From = "from";
    private const string Until = "until";

    public override bool IsAbsent(Period value) => false;

    public override void Write(Utf8JsonWriter writer, Period value)
    {
        writer.WriteStartObject();
        writer.WriteString(From, QueryDates.Write(value.From));
        writer.WriteString(Until, QueryDates.Write(value.Until));
        writer.WriteEndObject();
    }

    public override bool TryRead(string member, JsonElement json, QueryProblems problems, out Period value)
    {
        value = null!;
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.AddWrong(member, Example, json);
            return false;
        }
        foreach (var other in json.EnumerateObject().Where(other => other.Name is not (From or Until)))
            problems.AddUnknown(member + "." + other.Name, "from, until");
        var from = Date(json, member, From, problems);
        var until = Date(json, member, Until, problems);
        return from is { } first && until is { } end
            && TryMake(member, first, end, QueryDates.Write(first), QueryDates.Write(end), problems, out value);
    }

    public override string ToText(Period value) => value.IsWholeMonths
        ? QueryDates.WriteMonth(value.From) + ".." + QueryDates.WriteMonth(value.Until)
        : QueryDates.Write(value.From) + ".." + QueryDates.Write(value.Until);

    public override bool TryParse(string parameter, string text, QueryProblems problems, out Period value)
    {
        value = null!;
        var ends = text.Split("..");
        if (ends.Length == 2 && QueryDates.TryReadDayOrMonth(ends[0], out var from) && QueryDates.TryReadDayOrMonth(ends[1], out var until))
            return TryMake(parameter, from, until, ends[0], ends[1], problems, out value);
        problems.Add(parameter, QueryProblemKeys.WrongType,
            $"\"{text}\" is not a period; write 2024-01..2025-01 or 2024-01-15..2024-02-15, the end being exclusive.");
        return false;
    }

    public override void Check(string member, Period? value, QueryProblems problems)
    {
        var (earliest, latest) = (IncidentQueryValidator.Earliest, IncidentQueryValidator.Latest);
        if (value is null)
            problems.Add(member, QueryProblemKeys.PeriodMissing, $"missing; give {Example}, the end being exclusive.");
        else if (value.From < earliest || value.Until > latest)
            problems.Add(member, QueryProblemKeys.PeriodRange, string.Create(CultureInfo.InvariantCulture,
                $"{value.From:yyyy-MM-dd} until {value.Until:yyyy-MM-dd} leaves the range {earliest:yyyy-MM-dd} until {latest:yyyy-MM-dd}; narrow it."));
    }

    private static bool TryMake(
        string member, DateOnly from, DateOnly until, string fromText, string untilText, QueryProblems problems, out Period value)
    {
        value = until > from ? new Period(from, until) : null!;
        if (until > from)
            return true;
        problems.Add(member, QueryProblemKeys.PeriodOrder,
            $"{untilText} is not after {fromText}; the end is exclusive, so a single day ends the day after.");
        return false;
    }

    private static DateOnly? Date(JsonElement period, string member, string name, QueryProblems problems)
    {
        member += "." + name;
        if (!period.TryGetProperty(name, out var value))
        {
            problems.Add(member, QueryProblemKeys.PeriodMissing, "missing; give a date such as \"2024-01-01\".");
            return null;
        }
        if (value.ValueKind == JsonValueKind.String && QueryDates.TryRead(value.GetString(), out var date))
            return date;
        problems.AddWrong(member, "a date such as \"2024-01-01\"", value);
        return null;
    }
}
