using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Hulls;

namespace CrimeInsight.Core.Spatial.Clustering.Summaries;

/// <summary>What, when, how many and since when: each cluster's size, place, hours, weekdays and months.</summary>
public static class ClusterSummaries
{
    private const int MonthsPerYear = 12;
    private const int HoursPerDay = 24;
    private const int DaysPerWeek = 7;
    private const double SquareMetresPerSquareKilometre = 1e6;

    /// <param name="points">All metres or all degrees.</param>
    /// <param name="moments">When each happened, by the clock there.</param>
    /// <param name="labels">Cluster of each, from 0 without gaps; −1: noise, which counts for the months of the data only.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a number between 0 and the largest has no member.</exception>
    public static ClusterSummaryReport Run(
        PointSet points, ReadOnlySpan<DateTime> moments, ReadOnlySpan<int> labels, CancellationToken cancellationToken = default)
    {
        if (moments.Length != points.Count || labels.Length != points.Count)
            throw new ArgumentException(
                $"There are {points.Count} points, {moments.Length} moments and {labels.Length} labels; give one of each for every point.", nameof(labels));
        if (points.Count == 0)
            return new ClusterSummaryReport(points, [], null);
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var moment in moments)
            (first, last) = (Math.Min(first, MonthOf(moment)), Math.Max(last, MonthOf(moment)));
        var members = Members(labels);
        var (summaries, coordinates) = (ImmutableArray.CreateBuilder<ClusterSummary>(members.Count), new double[members.Count * points.Dimensions]);
        for (var label = 0; label < members.Count; label++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = points.At(CollectionsMarshal.AsSpan(members[label]));
            var centre = coordinates.AsSpan(label * points.Dimensions, points.Dimensions);
            var radius = Centre(own, centre);
            var times = new DateTime[own.Count];
            for (var i = 0; i < times.Length; i++)
                times[i] = moments[members[label][i]];
            summaries.Add(Describe(label, own, radius, times, first, last));
        }

        return new ClusterSummaryReport(points.Unembed(coordinates), summaries.MoveToImmutable(), FirstDay(first));
    }

    private static List<List<int>> Members(ReadOnlySpan<int> labels)
    {
        var members = new List<List<int>>();
        for (var i = 0; i < labels.Length; i++)
        {
            while (members.Count <= labels[i])
                members.Add([]);
            if (labels[i] >= 0)
                members[labels[i]].Add(i);
        }

        var empty = members.FindIndex(list => list.Count == 0);
        return empty < 0 ? members
            : throw new ArgumentException($"labels has no point of cluster {empty}; number the clusters from 0 without gaps.", nameof(labels));
    }

    /// <summary>Writes the mean place, and gives the root of the mean squared distance from it.</summary>
    private static double Centre(PointSet points, Span<double> centre)
    {
        var (dimensions, coordinates) = (points.Dimensions, new double[points.Count * points.Dimensions]);
        points.Embed(coordinates);
        for (var i = 0; i < coordinates.Length; i++)
            centre[i % dimensions] += coordinates[i] / points.Count;
        var squares = 0.0;
        for (var i = 0; i < coordinates.Length; i++)
            squares += Math.Pow(coordinates[i] - centre[i % dimensions], 2);
        return Math.Sqrt(squares / points.Count);
    }

    private static ClusterSummary Describe(int label, PointSet points, double radius, DateTime[] times, int firstMonth, int lastMonth)
    {
        var (hours, weekdays, months) = (new int[HoursPerDay], new int[DaysPerWeek], new int[lastMonth - firstMonth + 1]);
        foreach (var time in times)
        {
            hours[time.Hour]++;
            weekdays[((int)time.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek]++;
            months[MonthOf(time) - firstMonth]++;
        }

        var gap = Array.LastIndexOf(months, 0);
        var area = ClusterHulls.Convex(points).AreaSquareMetres / SquareMetresPerSquareKilometre;
        return new ClusterSummary(
            label,
            times.Length,
            radius,
            area,
            area > 0 ? times.Length / area : null,
            times.Min(),
            times.Max(),
            gap == months.Length - 1 ? null : FirstDay(firstMonth + gap + 1),
            Array.IndexOf(hours, hours.Max()),
            (DayOfWeek)((Array.IndexOf(weekdays, weekdays.Max()) + 1) % DaysPerWeek),
            [.. hours],
            [.. weekdays],
            [.. months]);
    }

    private static int MonthOf(DateTime moment) => moment.Year * MonthsPerYear + moment.Month - 1;

    private static DateOnly FirstDay(int month) => new(month / MonthsPerYear, month % MonthsPerYear + 1, 1);
}
