using System.Text;

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
        foreach (var member in QueryMembers.All)
            if (member.ToText(query) is var value && value != member.ToText(defaults))
                text.Append(text.Length == 0 ? "" : "&").Append(member.Parameter).Append('=').Append(value);
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
        var (query, problems) = (defaults, new QueryProblems());
        foreach (var part in queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var text = equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' '));
            query = QueryMembers.FindParameter(equals < 0 ? part : part[..equals])?.Parse(query, text, problems) ?? query;
        }
        QueryProblem[] all = [.. problems, .. IncidentQueryValidator.Validate(query)];
        return all.Length == 0 ? query : throw new InvalidQueryException(all);
    }
}
