using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class MannKendallTests
{
    [Fact]
    public void Test_FiveRising_GivesTheValuesWorkedOutByHand()
    {
        // S = 10, variance 5·4·15/18.
        var test = MannKendall.Test([1, 2, 3, 4, 5], 0);
        Assert.Equal(10, test.S);
        Assert.Equal(9 / Math.Sqrt(300 / 18.0), test.Z, 1e-12);
    }

    [Fact]
    public void Test_Ties_LessenTheVariance()
    {
        // Pairs: 1 1, 1 3, 1 2 twice, 3 2: S = 0 + 2·2 − 1 = 3; one pair tied: (4·3·13 − 2·1·9)/18.
        var test = MannKendall.Test([1, 1, 3, 2], 0);
        Assert.Equal(3, test.S);
        Assert.Equal(2 / Math.Sqrt((4 * 3 * 13 - 2 * 1 * 9) / 18.0), test.Z, 1e-12);
    }

    [Fact]
    public void Test_AllTheSame_HasNoTrend() => Assert.Equal(new MannKendall(0, 0, 1), MannKendall.Test([2, 2, 2, 2, 2], 1));

    [Fact]
    public void Test_Reversed_TurnsTheSign()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        var (forward, back) = (MannKendall.Test(values, 2), MannKendall.Test([.. values.Reverse()], 2));
        Assert.Equal((-forward.S, -forward.Z, forward.TwoSidedP), (back.S, back.Z, back.TwoSidedP));
    }

    // Sums of two neighbouring values of noise: without the correction about 11 % would be called trends.
    [Fact]
    public void Test_OverlappingNoise_KeepsItsLevel()
    {
        var random = new Random(6);
        int plain = 0, corrected = 0;
        for (var run = 0; run < 1000; run++)
        {
            double[] noise = [.. Enumerable.Range(0, 61).Select(_ => random.NextDouble())];
            double[] sums = [.. Enumerable.Range(0, 60).Select(i => noise[i] + noise[i + 1])];
            plain += MannKendall.Test(sums, 0).TwoSidedP <= 0.05 ? 1 : 0;
            corrected += MannKendall.Test(sums, 1).TwoSidedP <= 0.05 ? 1 : 0;
        }

        Assert.InRange(corrected, 20, 75);
        Assert.True(plain > 110, $"{plain}");
    }
}
