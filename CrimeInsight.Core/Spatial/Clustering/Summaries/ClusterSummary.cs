using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Clustering.Summaries;

/// <summary>A cluster in figures. Times are those on the clock where it happened.</summary>
/// <param name="Label">Its number.</param>
/// <param name="Count">Members.</param>
/// <param name="RadiusMetres">Root of the mean squared distance of the members from the centre.</param>
/// <param name="AreaSquareKilometres">Of the convex hull.</param>
/// <param name="DensityPerSquareKilometre">Members per area; null when the members lie at one place or on one line.</param>
/// <param name="First">The earliest member.</param>
/// <param name="Last">The latest.</param>
/// <param name="Since">First day of the month since which no month was without a member, up to the last month of the whole data; null when that one is
/// without.</param>
/// <param name="PeakHour">0 … 23, with the most members; the earliest of equals.</param>
/// <param name="PeakWeekday">With the most members; of equals the first from Monday.</param>
/// <param name="HourCounts">24, from midnight.</param>
/// <param name="WeekdayCounts">7, from Monday.</param>
/// <param name="MonthCounts">Of each month of the whole data, months without members included.</param>
public sealed record ClusterSummary(
    int Label,
    int Count,
    double RadiusMetres,
    double AreaSquareKilometres,
    double? DensityPerSquareKilometre,
    DateTime First,
    DateTime Last,
    DateOnly? Since,
    int PeakHour,
    DayOfWeek PeakWeekday,
    ImmutableArray<int> HourCounts,
    ImmutableArray<int> WeekdayCounts,
    ImmutableArray<int> MonthCounts);
