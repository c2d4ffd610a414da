namespace CrimeInsight.Core.Queries;

/// <summary>A query broke the rules of the catalogue.</summary>
public sealed class InvalidQueryException(IReadOnlyList<QueryProblem> problems)
    : Exception(string.Join(" ", problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<QueryProblem> Problems { get; } = problems;
}
