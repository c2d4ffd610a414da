using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Tests.Support;

/// <summary>Answers queries with the rows a test gives, and remembers what was asked.</summary>
internal sealed class FakeQueryRunner(Func<IncidentQuery, IEnumerable<QueryRow>> answer) : IIncidentQueryRunner
{
    public List<IncidentQuery> Asked { get; } = [];

    public Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        Asked.Add(query);
        return Task.FromResult(new QueryResult(query, [.. answer(query)], 1, "test", false));
    }
}
