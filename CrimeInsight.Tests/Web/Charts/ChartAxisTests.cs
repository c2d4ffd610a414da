using CrimeInsight.Web.Shared.Charts;

namespace CrimeInsight.Tests.Web.Charts;

public sealed class ChartAxisTests
{
    [Theory]
    [InlineData(0.4, 5, 5)]
    [InlineData(5, 5, 5)]
    [InlineData(5.1, 5, 10)]
    [InlineData(375, 5, 400)]
    [InlineData(401, 5, 500)]
    [InlineData(3951, 5, 4000)]
    [InlineData(99_999, 5, 100_000)]
    [InlineData(17, 2, 20)]
    [InlineData(23, 2, 40)]
    public void End_AnyHeight_HoldsItInStepsThatReadWell(double highest, int steps, double expected) =>
        Assert.Equal(expected, ChartAxis.End(highest, steps));
}
