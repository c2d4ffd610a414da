using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// JSON form of a query (docs/query.md): camelCase members, catalogue values as camelCase names, the period as
/// <c>{"from":"2024-01-01","until":"2025-01-01"}</c>. Writing is canonical: members in a fixed order, those at their
/// default left out. Reading is strict: unknown, repeated and mistyped members are problems, not guesses.
/// </summary>
public static class IncidentQueryJson
{
    /// <exception cref="InvalidQueryException">Not JSON, not of the form, or not valid; carries every problem.</exception>
    public static IncidentQuery Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = Parse(json);
        var reader = new IncidentQueryJsonReader();
        var query = reader.Read(document.RootElement);
        IReadOnlyList<QueryProblem> problems = query is null ? reader.Problems : [.. reader.Problems, .. reader.Consequent(query)];
        return query is not null && problems.Count == 0 ? query : throw new InvalidQueryException(problems);
    }

    /// <summary>The canonical text: equal queries give equal texts.</summary>
    public static string Write(IncidentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
            Write(query, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
        }
        catch (JsonException e)
        {
            throw new InvalidQueryException([new("$", QueryProblemKeys.Syntax, $"The query is not valid JSON: {e.Message}")]);
        }
    }

    private static void Write(IncidentQuery query, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteNames(writer, QueryMembers.Measures, query.Measures);
        WriteNames(writer, QueryMembers.Dimensions, query.Dimensions);
        writer.WriteStartObject(QueryMembers.Period);
        writer.WriteString(QueryMembers.From, QueryDates.Write(query.Period.From));
        writer.WriteString(QueryMembers.Until, QueryDates.Write(query.Period.Until));
        writer.WriteEndObject();
        if (query.DateBasis is { } basis)
            writer.WriteString(QueryMembers.DateBasis, QueryNames.Of(basis));
        WriteCodes(writer, QueryMembers.Jurisdictions, query.Jurisdictions);
        WriteCodes(writer, QueryMembers.Heads, query.Heads);
        WriteNames(writer, QueryMembers.Genders, query.Genders);
        WriteNames(writer, QueryMembers.AgeBands, query.AgeBands);
        WriteNames(writer, QueryMembers.Statuses, query.Statuses);
        WriteNumbers(writer, QueryMembers.Weekdays, query.Weekdays);
        WriteNumbers(writer, QueryMembers.Hours, query.Hours);
        WriteRest(query, writer);
        writer.WriteEndObject();
    }

    private static void WriteRest(IncidentQuery query, Utf8JsonWriter writer)
    {
        if (query.JurisdictionLevel is { } level)
            writer.WriteString(QueryMembers.JurisdictionLevel, QueryNames.Of(level));
        if (query.HeadLevel != IncidentQuery.DefaultHeadLevel)
            writer.WriteString(QueryMembers.HeadLevel, QueryNames.Of(query.HeadLevel));
        if (query.Order is { } order)
        {
            writer.WriteStartObject(QueryMembers.Order);
            writer.WriteString(QueryMembers.Measure, QueryNames.Of(order.Measure));
            if (!order.Descending)
                writer.WriteBoolean(QueryMembers.Descending, false);
            writer.WriteEndObject();
        }
        if (query.Limit is { } limit)
            writer.WriteNumber(QueryMembers.Limit, limit);
    }

    private static void WriteNames<T>(Utf8JsonWriter writer, string member, ImmutableArray<T> values) where T : struct, Enum
    {
        if (values.IsDefaultOrEmpty)
            return;
        writer.WriteStartArray(member);
        foreach (var value in values)
            writer.WriteStringValue(QueryNames.Of(value));
        writer.WriteEndArray();
    }

    private static void WriteCodes(Utf8JsonWriter writer, string member, ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty)
            return;
        writer.WriteStartArray(member);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string member, ImmutableArray<int> values)
    {
        if (values.IsDefaultOrEmpty)
            return;
        writer.WriteStartArray(member);
        foreach (var value in values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }
}
