using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class ClassBreaksTests
{
    // Quantiles (type 7) of 1 … 9 at 1/3 and 2/3 are 3.67 and 6.33: rounded to one digit, 4 and 6 hold 3, 2 and 4 values
    // where the quantiles hold 3, 3 and 3; no value may change sides in a sample this small, so 6.33 keeps two digits.
    [Fact]
    public void Quantile_NineValues_GivesRoundThirds() =>
        Assert.Equal([1, 4, 6.3, 9], ClassBreaks.Quantile([3, 1, 2, 6, 5, 4, 9, 8, 7], 3).Limits);

    // Three clumps: the gaps are the breaks.
    [Fact]
    public void Natural_ThreeClumps_BreaksBetweenThem()
    {
        var breaks = ClassBreaks.Natural([1, 2, 3, 20, 21, 22, 23, 90, 91, 95], 3);
        Assert.Equal([1, 10, 60, 95], breaks.Limits);
        Assert.Equal([0, 0, 1, 1, 2, 2], new[] { 1.0, 3, 20, 23, 90, 95 }.Select(breaks.ClassOf));
    }

    [Fact]
    public void Natural_RandomBreaks_NeverDoBetter()
    {
        var random = new Random(5);
        for (var round = 0; round < 20; round++)
        {
            double[] values = [.. Enumerable.Range(0, 40).Select(_ => Math.Exp(2 * random.NextDouble() + random.Next(3)) * 1000)];
            var best = Spread(values, ClassBreaks.Natural(values, 4));
            // Rounding an edge may move one value in fifty, here none.
            for (var i = 0; i < 50; i++)
            {
                double[] edges = [.. values.OrderBy(_ => random.Next()).Take(3).Order()];
                Assert.True(best <= Spread(values, value => edges.Count(edge => value >= edge)) * (1 + 1e-9));
            }
        }
    }

    [Theory]
    [InlineData(735, 5)]
    [InlineData(36, 7)]
    [InlineData(200, 6)]
    public void Quantile_SkewedValues_FillTheClassesEvenlyWithFewDigits(int count, int classes)
    {
        var random = new Random(count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => Math.Exp(4 * random.NextDouble()) * 37.123)];
        var breaks = ClassBreaks.Quantile(values, classes);
        Assert.Equal(classes, breaks.Count);
        Assert.All(values.GroupBy(breaks.ClassOf), group => Assert.InRange(group.Count(), count / classes - 1 - count / 20, count / classes + 2 + count / 20));
        Assert.All(breaks.Limits, limit => Assert.True(Digits(limit) <= (count > 50 ? 4 : 6), $"{limit:R}"));
        Assert.True(breaks.Limits[0] <= values.Min() && breaks.Limits[^1] >= values.Max());
    }

    [Fact]
    public void Quantile_PermutedOrScaledByTen_GivesTheSameClasses()
    {
        var random = new Random(9);
        double[] values = [.. Enumerable.Range(0, 100).Select(_ => (double)random.Next(1, 5000))];
        var breaks = ClassBreaks.Quantile(values, 5);
        Assert.Equal(breaks.Limits, ClassBreaks.Quantile(values.Reverse(), 5).Limits);
        var scaled = ClassBreaks.Quantile(values.Select(value => value * 10), 5);
        Assert.Equal(values.Select(breaks.ClassOf), values.Select(value => scaled.ClassOf(value * 10)));
    }

    [Fact]
    public void Quantile_FewOrEqualValues_GiveFewerClasses()
    {
        Assert.Equal(0, ClassBreaks.Quantile([], 5).Count);
        Assert.Equal(0, ClassBreaks.Quantile([double.NaN, double.PositiveInfinity], 5).Count);
        Assert.Equal(1, ClassBreaks.Quantile([4, 4, 4], 5).Count);
        Assert.Equal(1, ClassBreaks.Natural([0, 0], 5).Count);
        Assert.InRange(ClassBreaks.Natural([1, 1, 1, 9], 5).Count, 2, 2);
        Assert.InRange(ClassBreaks.Quantile([0, 0, 0, 0, 0, 7], 5).Count, 1, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Quantile_TooManyClasses_Refuses(int classes) =>
        Assert.Contains("[2, 9]", Assert.Throws<ArgumentOutOfRangeException>(() => ClassBreaks.Quantile([1, 2], classes)).Message, StringComparison.Ordinal);

    private static double Spread(double[] values, ClassBreaks breaks) => Spread(values, breaks.ClassOf);

    private static double Spread(double[] values, Func<double, int> classOf) =>
        values.GroupBy(classOf).Sum(group => group.Sum(value => Math.Pow(value - group.Average(), 2)));

    private static int Digits(double value) =>
        value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
}
