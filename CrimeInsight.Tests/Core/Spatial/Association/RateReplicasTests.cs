using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Spatial.Association;

public sealed class RateReplicasTests
{
    private const int Draws = 20_000;

    /// <summary>Few cases go to places one by one, many by counts; both have the mean and variance of the model, and the total stays.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(40, false)]
    [InlineData(1, true)]
    [InlineData(40, true)]
    public void Draw_ManyTimes_HasMeanAndVarianceOfTheModel(int times, bool isOverdispersed)
    {
        double[] population = [1, 2, 3, 4, 0, 5, 5, 5, 5, 10];
        double[] cases = [.. population.Select((people, i) => people * times * (!isOverdispersed ? 1 : i % 2 == 0 ? 3 : 1))];
        var model = new RateModel(cases, population);
        Assert.Equal(isOverdispersed, model.Dispersion > 0.01);
        var (replicas, cells, sums, squares) = (new RateReplicas(model, 3), new int[10], new double[10], new double[10]);
        var room = replicas.NewRoom();
        for (var draw = 0; draw < Draws; draw++)
        {
            replicas.Draw(draw, cells, room);
            Assert.Equal(model.Total, cells.Sum());
            for (var i = 0; i < 10; i++)
                (sums[i], squares[i]) = (sums[i] + cells[i], squares[i] + (double)cells[i] * cells[i]);
        }

        for (var i = 0; i < 10; i++)
        {
            var (mean, share) = (sums[i] / Draws, population[i] / 40);
            var variance = squares[i] / Draws - mean * mean;
            Assert.Equal(model.Expected[i], mean, 5 * Math.Sqrt(Math.Max(1, model.Variances[i]) / Draws) + (isOverdispersed ? 0.03 * model.Expected[i] : 0));
            // Of a binomial; with gamma risks the total, which stays, takes some of the variance of large places and adds some to small ones.
            if (!isOverdispersed)
                Assert.Equal(model.Expected[i] * (1 - share), variance, 0.06 * model.Expected[i]);
            else if (i is > 0 and not 4)
                Assert.InRange(variance / model.Variances[i], 0.5, 1.25);
        }
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(1)]
    [InlineData(7.5)]
    public void Next_ManyTimes_HasTheMomentsOfTheGammaLaw(double shape)
    {
        var (random, gamma, sum, squares, low) = (new ReplicaRandom(1, 2), new GammaDraw(shape), 0.0, 0.0, 0);
        for (var i = 0; i < 200_000; i++)
        {
            var value = gamma.Next(ref random);
            Assert.True(value >= 0);
            (sum, squares, low) = (sum + value, squares + value * value, low + (value < shape ? 1 : 0));
        }

        var mean = sum / 200_000;
        Assert.Equal(shape, mean, 0.012 * shape + 0.002);
        Assert.Equal(shape, squares / 200_000 - mean * mean, 0.03 * shape + 0.005);
        Assert.Equal(Math.Exp(PearsonThree.LogLowerGamma(shape, shape)), low / 200_000.0, 0.005);
    }
}
