using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// URL form of a query (docs/query.md): <c>m=count&amp;d=month&amp;p=2024-01..2025-01&amp;j=IN-TN&amp;h=murder,theft</c>. Parameters
/// equal to the caller's defaults are left out, so that addresses stay short; one that empties a default list is kept
/// as <c>j=</c>. The order is canonical: equal queries give equal texts. Parameters of other names are not touched.
/// </summary>
public static class IncidentQueryUrl
{
    /// <summary>The query string, without a leading question mark.</summary>
    /// <param name="defaults">What <see cref="Read"/> will be given.</param>
    public static string Write(IncidentQuery query, IncidentQuery defaults)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(defaults);
        var text = new StringBuilder();
        foreach (var ((name, value), (_, standard)) in Parts(query).Zip(Parts(defaults)))
            if (value != standard)
                text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(value);
        return text.ToString();
    }

    /// <summary>
    /// The query a query string means. Absent parameters take the default's value; blank ones empty it; a repeated one
    /// counts once, the last.
    /// </summary>
    /// <param name="queryString">With or without a leading question mark.</param>
    /// <exception cref="InvalidQueryException">A parameter cannot be read or the query is not valid; carries every problem.</exception>
    public static IncidentQuery Read(string queryString, IncidentQuery defaults)
    {
        ArgumentNullException.ThrowIfNull(queryString);
        ArgumentNullException.ThrowIfNull(defaults);
        var reader = new IncidentQueryUrlReader(defaults);
        foreach (var part in queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            reader.Apply(name, equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' ')));
        }
        var problems = reader.Problems.Concat(IncidentQueryValidator.Validate(reader.Query)).ToList();
        return problems.Count == 0 ? reader.Query : throw new InvalidQueryException(problems);
    }

    private static IEnumerable<(string Name, string Value)> Parts(IncidentQuery query) =>
    [
        (QueryParameters.Measures, Names(query.Measures)),
        (QueryParameters.Dimensions, Names(query.Dimensions)),
        (QueryParameters.Period, Text(query.Period)),
        (QueryParameters.DateBasis, query.DateBasis is { } basis ? QueryNames.Of(basis) : ""),
        (QueryParameters.Jurisdictions, Codes(query.Jurisdictions)),
        (QueryParameters.Heads, Codes(query.Heads)),
        (QueryParameters.Genders, Names(query.Genders)),
        (QueryParameters.AgeBands, Names(query.AgeBands)),
        (QueryParameters.Statuses, Names(query.Statuses)),
        (QueryParameters.Weekdays, Numbers(query.Weekdays)),
        (QueryParameters.Hours, Numbers(query.Hours)),
        (QueryParameters.JurisdictionLevel, query.JurisdictionLevel is { } level ? QueryNames.Of(level) : ""),
        (QueryParameters.HeadLevel, QueryNames.Of(query.HeadLevel)),
        (QueryParameters.Order, query.Order is { } order ? (order.Descending ? "-" : "") + QueryNames.Of(order.Measure) : ""),
        (QueryParameters.Limit, query.Limit?.ToString(CultureInfo.InvariantCulture) ?? ""),
    ];

    private static string Text(Period period) => period.IsWholeMonths
        ? QueryDates.WriteMonth(period.From) + ".." + QueryDates.WriteMonth(period.Until)
        : QueryDates.Write(period.From) + ".." + QueryDates.Write(period.Until);

    private static string Names<T>(ImmutableArray<T> values) where T : struct, Enum =>
        values.IsDefaultOrEmpty ? "" : string.Join(',', values.Select(QueryNames.Of));

    // A comma separates codes, so one inside a code is escaped twice.
    private static string Codes(ImmutableArray<string> values) =>
        values.IsDefaultOrEmpty
            ? ""
            : string.Join(',', values.Select(code => Uri.EscapeDataString(IncidentQueryUrlReader.EscapeComma(code))));

    private static string Numbers(ImmutableArray<int> values) =>
        values.IsDefaultOrEmpty ? "" : string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
