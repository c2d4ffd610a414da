using System.Buffers;
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
        var problems = new QueryProblems();
        var query = Read(document.RootElement, problems);
        IReadOnlyList<QueryProblem> all = query is null ? [.. problems] : [.. problems, .. Consequent(query, problems)];
        return query is not null && all.Count == 0 ? query : throw new InvalidQueryException(all);
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
        foreach (var member in QueryMembers.All)
            member.Write(query, writer);
        writer.WriteEndObject();
    }

    // The query as far as it can be read; null when it is no object.
    private static IncidentQuery? Read(JsonElement root, QueryProblems problems)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.AddWrong("$", "an object with the members " + QueryMembers.Listed, root);
            return null;
        }
        var query = new IncidentQuery { Measures = [], Period = null! };
        foreach (var part in root.EnumerateObject())
            if (QueryMembers.Find(part.Name) is { } member)
                query = member.Read(query, part.Value, problems);
            else
                problems.AddUnknown(part.Name, QueryMembers.Listed);
        return query;
    }

    // What the validator finds, less what only follows from a member that could not be read.
    private static IEnumerable<QueryProblem> Consequent(IncidentQuery query, QueryProblems read)
    {
        var isMeasureUnread = read.Any(problem => problem.Member == QueryMembers.Measures);
        var isPeriodUnread = read.Any(problem => problem.Member.StartsWith(QueryMembers.Period, StringComparison.Ordinal));
        return IncidentQueryValidator.Validate(query).Where(problem => problem.Key switch
        {
            QueryProblemKeys.MeasuresMissing or QueryProblemKeys.OrderNotMeasured => !isMeasureUnread,
            QueryProblemKeys.PeriodMissing => !isPeriodUnread,
            _ => true,
        });
    }
}
