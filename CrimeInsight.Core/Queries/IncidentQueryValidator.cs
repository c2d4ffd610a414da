using System.Collections.Immutable;

namespace CrimeInsight.Core.Queries;

/// <summary>The rules of the catalogue that need no data. Finds every problem at once; the order is that of the members.</summary>
public static class IncidentQueryValidator
{
    public const int MaxDimensions = 3;

    /// <summary>Most rows a query may ask for, and most it returns without a limit.</summary>
    public const int MaxLimit = 100_000;

    /// <summary>Most codes in one filter.</summary>
    public const int MaxCodes = 500;

    /// <summary>First date a period may begin.</summary>
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>Last date a period may end, exclusive.</summary>
    public static readonly DateOnly Latest = new(2100, 1, 1);

    /// <summary>Every broken rule; empty when the query is valid.</summary>
    public static ImmutableArray<QueryProblem> Validate(IncidentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var problems = new QueryProblems();
        foreach (var member in QueryMembers.All)
            member.Check(query, problems);
        return [.. problems];
    }

    /// <exception cref="InvalidQueryException">The query is not valid; carries every problem.</exception>
    public static void EnsureValid(IncidentQuery query)
    {
        var problems = Validate(query);
        if (!problems.IsEmpty)
            throw new InvalidQueryException(problems);
    }
}
