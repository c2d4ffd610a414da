using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Port: where and when single cases occurred, for statistics over many of them; within a person's rights.</summary>
public interface ICasePointReader
{
    /// <param name="jurisdictionCode">Null: everything the person may see.</param>
    /// <param name="heads">Codes; empty: all.</param>
    /// <returns>Null when there are more than <paramref name="most"/>.</returns>
    Task<CasePoints?> ReadAsync(
        string? jurisdictionCode, ImmutableArray<string> heads, Period period, int most, Viewer viewer, CancellationToken cancellationToken);
}
