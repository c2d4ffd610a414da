using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class OrderStatisticsTests
{
    [Fact]
    public void Quantiles_WorkedExample_InterpolatesOrderStatistics()
    {
        double[] values = [40, 10, 30, 20];
        var quantiles = new double[3];
        OrderStatistics.Quantiles(values, [0, 0.5, 0.9], quantiles);
        Assert.Equal(10, quantiles[0], 1e-12);
        Assert.Equal(25, quantiles[1], 1e-12);
        Assert.Equal(37, quantiles[2], 1e-12);
    }

    [Fact]
    public void Quantiles_RandomValuesWithTies_EqualSorting()
    {
        var random = new Random(3);
        double[] probabilities = [0.005, 0.025, 0.1, 0.101, 0.5, 0.9, 0.975, 1];
        var quantiles = new double[probabilities.Length];
        for (var trial = 0; trial < 300; trial++)
        {
            var values = Enumerable.Range(0, random.Next(1, 200)).Select(_ => (double)random.Next(50)).ToArray();
            double[] sorted = [.. values.Order()];
            OrderStatistics.Quantiles(values, probabilities, quantiles);
            for (var k = 0; k < probabilities.Length; k++)
            {
                var position = (sorted.Length - 1) * probabilities[k];
                var rank = (int)position;
                var next = sorted[Math.Min(rank + 1, sorted.Length - 1)];
                Assert.Equal(sorted[rank] + (position - rank) * (next - sorted[rank]), quantiles[k], 1e-9);
            }
        }
    }
}
