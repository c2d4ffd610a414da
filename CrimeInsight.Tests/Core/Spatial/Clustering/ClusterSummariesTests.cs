using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Summaries;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

public sealed class ClusterSummariesTests
{
    private const int May = 5;

    // A square of side 2 km: its corners lie √2 km from the middle.
    [Fact]
    public void Run_WorkedExample_GivesItsFigures()
    {
        var points = new MetrePoints([9, 0, 2000, 2000, 0, 5, 5], [9, 0, 0, 2000, 2000, 5, 5]);
        DateTime[] moments = [At(1, 1, 0), At(2, 5, 22), At(4, 6, 23), At(May, 7, 22), At(May, 12, 3), At(3, 1, 8), At(4, 1, 8)];
        var report = Run(points, moments, [-1, 0, 0, 0, 0, 1, 1]);
        var square = report.Clusters[0];
        Assert.Equal(new DateOnly(2024, 1, 1), report.FirstMonth);
        Assert.Equal([1000, 5], Assert.IsType<MetrePoints>(report.Centres).X);
        Assert.Equal((4, 4.0), (square.Count, square.AreaSquareKilometres));
        Assert.Equal(1, square.DensityPerSquareKilometre);
        Assert.Equal(1000 * Math.Sqrt(2), square.RadiusMetres, 1e-9);
        Assert.Equal((At(2, 5, 22), At(May, 12, 3)), (square.First, square.Last));
        Assert.Equal([0, 1, 0, 1, 2], square.MonthCounts);
        Assert.Equal(new DateOnly(2024, 4, 1), square.Since);
        Assert.Equal((22, 2), (square.PeakHour, square.HourCounts[22]));
        // 5 February 2024 was a Monday, 6 April a Saturday, 7 May a Tuesday, 12 May a Sunday.
        Assert.Equal([1, 1, 0, 0, 0, 1, 1], square.WeekdayCounts);
        Assert.Equal(DayOfWeek.Monday, square.PeakWeekday);
    }

    [Fact]
    public void Run_OnePlaceThatFellSilent_HasNeitherDensityNorSince()
    {
        var report = Run(new MetrePoints([5, 5, 9], [5, 5, 9]), [At(3, 1, 8), At(4, 7, 8), At(May, 1, 1)], [0, 0, -1]);
        Assert.Null(report.Clusters[0].DensityPerSquareKilometre);
        Assert.Null(report.Clusters[0].Since);
        Assert.Equal(DayOfWeek.Friday, report.Clusters[0].PeakWeekday);
    }

    [Fact]
    public void Run_Degrees_PutsCentresOnTheEarth()
    {
        var report = Run(new DegreePoints([13, 13.02], [80, 80]), [At(1, 1, 1), At(1, 1, 1)], [0, 0]);
        Assert.Equal(13.01, Assert.IsType<DegreePoints>(report.Centres).Latitudes[0], 1e-6);
        Assert.Equal(1112, report.Clusters[0].RadiusMetres, 1.0);
    }

    [Fact]
    public void Run_NoPoints_HasNothingToTell() => Assert.Null(Run(new MetrePoints([], []), [], []).FirstMonth);

    [Fact]
    public void Run_InvalidInput_SaysWhatAndHow()
    {
        var points = new MetrePoints([1, 2], [1, 2]);
        Assert.Contains("2 points, 1 moments and 2 labels", Refusal(() => Run(points, [At(1, 1, 1)], [0, 0])), StringComparison.Ordinal);
        Assert.Contains("no point of cluster 0", Refusal(() => Run(points, [At(1, 1, 1), At(1, 1, 1)], [1, 1])), StringComparison.Ordinal);
    }

    private static DateTime At(int month, int day, int hour) => new(2024, month, day, hour, 0, 0, DateTimeKind.Unspecified);

    private static ClusterSummaryReport Run(PointSet points, DateTime[] moments, int[] labels) =>
        ClusterSummaries.Run(points, moments, labels, TestContext.Current.CancellationToken);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
