using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Spatial.Clustering;

namespace CrimeInsight.Tests.Core.Hotspots;

/// <summary>Crowds of a year, followed through its months.</summary>
public sealed class ClusterCourseTests
{
    private static readonly Period s_year = new(new(2024, 1, 1), new(2025, 1, 1));

    /// <summary>Twelve cases a month at one spot for three years: single months are enough, and it was always there.</summary>
    [Fact]
    public void Of_SteadyCrowd_IsThereThroughout()
    {
        var (course, monthly) = Follow((month, add) => Add(add, 12, 0));
        Assert.Equal((1, 12, 12, true, true), (course.WindowMonths, course.Windows, course.Seen, course.IsThroughout, course.IsThereStill));
        Assert.Equal((0, 0), (course.Joined, course.Parted));
        Assert.InRange(course.MovedMetres, 0, 60);
        Assert.Equal(Enumerable.Repeat(12, 12), monthly);
    }

    /// <summary>From September on: since September, in four windows of twelve.</summary>
    [Fact]
    public void Of_CrowdThatBegan_SaysSinceWhen()
    {
        var (course, monthly) = Follow((month, add) =>
        {
            if (month >= new DateOnly(2024, 9, 1))
                Add(add, 36, 0);
        });
        Assert.Equal((1, 4, new DateOnly(2024, 9, 1), false, true), (course.WindowMonths, course.Seen, course.Since, course.IsThroughout, course.IsThereStill));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 36, 36, 36, 36], monthly);
    }

    /// <summary>Over after March: it is not there still.</summary>
    [Fact]
    public void Of_CrowdThatEnded_IsNotThereStill()
    {
        var (course, _) = Follow((month, add) =>
        {
            if (month < new DateOnly(2024, 4, 1))
                Add(add, 40, 0);
        });
        Assert.Equal((3, false), (course.Seen, course.IsThereStill));
    }

    /// <summary>Four cases a month are too few for windows of a month: windows of three hold twelve.</summary>
    [Fact]
    public void Of_FewCasesAMonth_LooksAtLongerWindows()
    {
        var (course, monthly) = Follow((_, add) => Add(add, 4, 0));
        Assert.Equal((3, 12, 12), (course.WindowMonths, course.Windows, course.Seen));
        Assert.Equal(48, monthly.Sum());
    }

    /// <summary>Two crowds 900 m apart until June, when cases between them close the gap.</summary>
    [Fact]
    public void Of_CrowdsThatMeet_AreSaidToHaveJoined()
    {
        var (course, _) = Follow((month, add) =>
        {
            Add(add, 20, 0);
            Add(add, 20, 900);
            for (var x = 150; month >= new DateOnly(2024, 7, 1) && x < 900; x += 150)
                Add(add, 12, x);
        });
        Assert.Equal((true, 1, 0), (course.IsThroughout, course.Joined, course.Parted));
    }

    /// <summary>The spot wanders by 60 m a month: 660 m in all.</summary>
    [Fact]
    public void Of_WanderingCrowd_SaysHowFar()
    {
        var (course, _) = Follow((month, add) => Add(add, 20, 60 * (month.Month - 1 + 12 * (month.Year - 2024))));
        Assert.Equal((12, true), (course.Seen, course.IsThereStill));
        Assert.InRange(course.MovedMetres, 560, 760);
    }

    private static (ClusterCourse Course, int[] Monthly) Follow(Action<DateOnly, Action<double>> casesOf)
    {
        var random = new Random(2);
        var (x, y, days) = (new List<double>(), new List<double>(), new List<double>());
        for (var month = new DateOnly(2022, 1, 1); month < s_year.Until; month = month.AddMonths(1))
        {
            casesOf(month, at =>
            {
                x.Add(at + 80 * random.NextDouble());
                y.Add(80 * random.NextDouble());
                days.Add(month.DayNumber + random.Next(28));
            });
        }

        var settings = new DensityClustersSettings();
        var study = new PointStudy(s_year, CaseBackground.EarlierYears, new DateOnly(2022, 1, 1), new MetrePoints([.. x], [.. y]), [.. days],
            new LocalProjection(new GeoPoint(12, 78)), []);
        var (cases, _) = study.Split();
        var found = Dbscan.Run(
            study.Places.At(cases), new DbscanRequest(settings.ReachMetres, settings.LeastCases), null, TestContext.Current.CancellationToken);
        Assert.Equal(1, found.ClusterCount);
        var (course, monthly) = Assert.Single(ClusterCourses.Of(study, settings, cases, found, [0], TestContext.Current.CancellationToken));
        return (course, [.. monthly]);
    }

    private static void Add(Action<double> add, int count, double at)
    {
        for (var i = 0; i < count; i++)
            add(at);
    }
}
