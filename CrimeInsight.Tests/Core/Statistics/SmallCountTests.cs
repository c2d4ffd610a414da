using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class SmallCountTests
{
    /// <summary>Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8, table I, method 3: 81/263, 15/148, 0/20, 1/29.</summary>
    [Theory]
    [InlineData(81, 263, 25.53, 36.62)]
    [InlineData(15, 148, 6.24, 16.05)]
    [InlineData(0, 20, 0, 16.11)]
    [InlineData(1, 29, 0.61, 17.18)]
    public void Interval_PublishedExamples_AreMet(double part, double whole, double lower, double upper)
    {
        var interval = new Proportion(part, whole).Interval!.Value;
        Assert.Equal(lower, interval.Lower, 0.006);
        Assert.Equal(upper, interval.Upper, 0.006);
    }

    [Theory]
    [InlineData(10, 10, true, false)]
    [InlineData(9, 9, false, false)]
    [InlineData(500, 1000, true, true)]
    public void Proportion_OfFew_IsNotToldInPercent(double part, double whole, bool isTold, bool isSure)
    {
        var share = new Proportion(part, whole);
        Assert.Equal((isTold, isSure), (share.IsTold, share.IsSure));
        Assert.Equal(isTold, share.Percent is not null);
    }

    /// <summary>Nine and 22 cases are + 144.4 % of next to nothing.</summary>
    [Theory]
    [InlineData(9, 22, false)]
    [InlineData(9, 900, false)]
    [InlineData(20, 29, false)]
    [InlineData(20, 30, true)]
    [InlineData(50, 0, true)]
    [InlineData(0, 500, false)]
    public void CountPair_Few_AreNotToldInPercent(double before, double after, bool isTold)
    {
        var pair = new CountPair(before, after);
        Assert.Equal(isTold, pair.IsTold);
        Assert.Equal(isTold, pair.Percent is not null);
        Assert.Equal(isTold, pair.Interval is not null);
    }

    /// <summary>Two counts of a rate that did not change: the interval holds no change in about 95 %; 4,000 pairs, three standard errors are 1 %.</summary>
    [Fact]
    public void CountPairInterval_NothingChanged_CoversZero()
    {
        var random = new Random(31);
        var (covered, told) = (0, 0);
        for (var i = 0; i < 4000; i++)
        {
            if (new CountPair(Poisson(random, 40), Poisson(random, 40)).Interval is not { } interval)
                continue;
            told++;
            covered += interval.Lower <= 0 && interval.Upper >= 0 ? 1 : 0;
        }

        Assert.InRange(100.0 * covered / told, 93.5, 96.5);
    }

    private static double Poisson(Random random, double mean)
    {
        var count = 0;
        for (var waited = -Math.Log(1 - random.NextDouble()); waited < mean; waited -= Math.Log(1 - random.NextDouble()))
            count++;
        return count;
    }
}
