using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>Calendar years of the data: official figures are of whole ones.</summary>
internal static class DataYears
{
    /// <summary>Those that the data hold from their first day to their last, oldest first.</summary>
    public static ImmutableArray<int> Complete(DataStatus status) =>
        All(status).Where(year => status.FirstMonth <= new DateOnly(year, 1, 1) && status.AsOf >= new DateOnly(year + 1, 1, 1)).ToImmutableArray();

    /// <summary>Those in which the data have cases, complete or not.</summary>
    public static IEnumerable<int> All(DataStatus status) => status is { FirstMonth: { } first, AsOf: { } end } && first < end
        ? Enumerable.Range(first.Year, end.AddDays(-1).Year - first.Year + 1)
        : [];

    /// <summary>The years as a period.</summary>
    public static Period Span(IEnumerable<int> years) => new(new DateOnly(years.Min(), 1, 1), new DateOnly(years.Max() + 1, 1, 1));
}
