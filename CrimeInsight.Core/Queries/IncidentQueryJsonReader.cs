using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Queries;

/// <summary>Reads the JSON form and collects everything that is not of the form.</summary>
internal sealed class IncidentQueryJsonReader
{
    private readonly List<QueryProblem> _problems = [];

    public IReadOnlyList<QueryProblem> Problems => _problems;

    /// <summary>The query as far as it could be read; null when its skeleton is missing. Judge by <see cref="Problems"/>.</summary>
    public IncidentQuery? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Wrong("$", "an object with the members " + QueryMembers.All, root);
            return null;
        }
        var query = new IncidentQuery { Measures = [], Period = null! };
        foreach (var member in root.EnumerateObject())
            query = Apply(query, member.Name, member.Value);
        return query;
    }

    /// <summary>What the validator finds, less what only follows from a member that could not be read.</summary>
    public IEnumerable<QueryProblem> Consequent(IncidentQuery query)
    {
        var isMeasureUnread = _problems.Any(problem => problem.Member == QueryMembers.Measures);
        var isPeriodUnread = _problems.Any(problem => problem.Member.StartsWith(QueryMembers.Period, StringComparison.Ordinal));
        return IncidentQueryValidator.Validate(query).Where(problem => problem.Key switch
        {
            QueryProblemKeys.MeasuresMissing or QueryProblemKeys.OrderNotMeasured => !isMeasureUnread,
            QueryProblemKeys.PeriodMissing => !isPeriodUnread,
            _ => true,
        });
    }

    private IncidentQuery Apply(IncidentQuery query, string name, JsonElement value) => name switch
    {
        QueryMembers.Measures => query with { Measures = Names<Measure>(name, value) },
        QueryMembers.Dimensions => query with { Dimensions = Names<Dimension>(name, value) },
        QueryMembers.Period => query with { Period = ReadPeriod(value)! },
        QueryMembers.DateBasis => query with { DateBasis = Name<DateBasis>(name, value) },
        QueryMembers.Jurisdictions => query with { Jurisdictions = Codes(name, value) },
        QueryMembers.Heads => query with { Heads = Codes(name, value) },
        QueryMembers.Genders => query with { Genders = Names<Gender>(name, value) },
        QueryMembers.AgeBands => query with { AgeBands = Names<AgeBand>(name, value) },
        QueryMembers.Statuses => query with { Statuses = Names<LegalStatus>(name, value) },
        QueryMembers.Weekdays => query with { Weekdays = Numbers(name, value) },
        QueryMembers.Hours => query with { Hours = Numbers(name, value) },
        QueryMembers.JurisdictionLevel => query with { JurisdictionLevel = Name<JurisdictionLevel>(name, value) },
        QueryMembers.HeadLevel => query with { HeadLevel = Name<CrimeHeadLevel>(name, value) ?? query.HeadLevel },
        QueryMembers.Order => query with { Order = ReadOrder(value) },
        QueryMembers.Limit => query with { Limit = Number(name, value) },
        _ => Unknown(query, name),
    };

    private Period? ReadPeriod(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(QueryMembers.Period, "{\"from\":\"2024-01-01\",\"until\":\"2025-01-01\"}", value);
            return null;
        }
        foreach (var member in value.EnumerateObject().Where(member => member.Name is not (QueryMembers.From or QueryMembers.Until)))
            Unknown(QueryMembers.Period + "." + member.Name, "from, until");
        var from = Date(value, QueryMembers.From);
        var until = Date(value, QueryMembers.Until);
        if (from is null || until is null)
            return null;
        if (until > from)
            return new(from.Value, until.Value);
        _problems.Add(new(QueryMembers.Period, QueryProblemKeys.PeriodOrder,
            $"period: {QueryDates.Write(until.Value)} is not after {QueryDates.Write(from.Value)}; the end is exclusive, so a single day ends the day after."));
        return null;
    }

    private DateOnly? Date(JsonElement period, string name)
    {
        var member = QueryMembers.Period + "." + name;
        if (!period.TryGetProperty(name, out var value))
        {
            _problems.Add(new(member, QueryProblemKeys.PeriodMissing, $"{member}: missing; give a date such as \"2024-01-01\"."));
            return null;
        }
        if (value.ValueKind == JsonValueKind.String && QueryDates.TryRead(value.GetString(), out var date))
            return date;
        Wrong(member, "a date such as \"2024-01-01\"", value);
        return null;
    }

    private QueryOrder? ReadOrder(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(QueryMembers.Order, "{\"measure\":\"count\",\"descending\":true}", value);
            return null;
        }
        Measure? measure = null;
        var descending = true;
        foreach (var member in value.EnumerateObject())
            if (member.Name == QueryMembers.Measure)
                measure = Name<Measure>(QueryMembers.Order + "." + member.Name, member.Value);
            else if (member.Name != QueryMembers.Descending)
                Unknown(QueryMembers.Order + "." + member.Name, "measure, descending");
            else if (member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                descending = member.Value.GetBoolean();
            else
                Wrong(QueryMembers.Order + "." + member.Name, "true or false", member.Value);
        if (measure is null && !value.TryGetProperty(QueryMembers.Measure, out _))
            Wrong(QueryMembers.Order, "{\"measure\":\"count\",\"descending\":true}", value);
        return measure is { } by ? new(by, descending) : null;
    }

    private ImmutableArray<T> Names<T>(string member, JsonElement value) where T : struct, Enum =>
        Items(member, value, Name<T>);

    private ImmutableArray<int> Numbers(string member, JsonElement value) => Items(member, value, Number);

    private ImmutableArray<string> Codes(string member, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(member, "a list of codes in quotes", value);
            return [];
        }
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var item in value.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String)
                codes.Add(item.GetString()!);
            else
                Wrong(member, "codes in quotes", item);
        return codes.ToImmutable();
    }

    private ImmutableArray<T> Items<T>(string member, JsonElement value, Func<string, JsonElement, T?> read) where T : struct
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(member, "a list in square brackets", value);
            return [];
        }
        return [.. value.EnumerateArray().Select(item => read(member, item)).Where(item => item is not null).Select(item => item!.Value)];
    }

    private T? Name<T>(string member, JsonElement value) where T : struct, Enum
    {
        if (value.ValueKind != JsonValueKind.String)
            Wrong(member, "one of " + QueryNames.All<T>() + " in quotes", value);
        else if (QueryNames.TryReadExact<T>(value.GetString()!, out var result))
            return result;
        else
            _problems.Add(new(member, QueryProblemKeys.NotInCatalogue, $"{member}: {value.GetRawText()} is not in the catalogue; use {QueryNames.All<T>()}."));
        return null;
    }

    private int? Number(string member, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        Wrong(member, "a whole number", value);
        return null;
    }

    private IncidentQuery Unknown(IncidentQuery query, string name)
    {
        Unknown(name, QueryMembers.All);
        return query;
    }

    private void Unknown(string member, string known) =>
        _problems.Add(new(member, QueryProblemKeys.UnknownMember, $"{member}: there is no such member; remove it or use one of {known}."));

    private void Wrong(string member, string expected, JsonElement found) =>
        _problems.Add(new(member, QueryProblemKeys.WrongType, $"{member}: expected {expected}, found {Shorten(found.GetRawText())}."));

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
