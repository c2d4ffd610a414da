using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Overview;

/// <summary>The parts of a scope by cases, and what is known for none of them.</summary>
/// <param name="Parts">Cases, rate, change and cases a year before of each part.</param>
/// <param name="Rest">Null when the parts add up by themselves.</param>
public sealed record PlaceFigures(QueryResult Parts, RestOfPlaces? Rest)
{
    /// <summary>What share of registered cases the figures of each part are of, by its code; empty: not known of any.</summary>
    public IReadOnlyDictionary<string, Coverage> Coverage { get; init; } = new Dictionary<string, Coverage>();

    /// <summary>The rate of a part as it would be if all its cases were held; null: not to be told.</summary>
    public ScaledRate? Scaled(QueryRow row) =>
        Coverage.TryGetValue(row.Keys[0].Code, out var coverage) && !row.IsSuppressed ? coverage.Scale(row.Values[1], row.Values[0]) : null;
}
