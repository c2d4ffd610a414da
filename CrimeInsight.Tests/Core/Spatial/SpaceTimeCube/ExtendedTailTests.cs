using CrimeInsight.Core.Spatial.Association;


namespace CrimeInsight.Tests.Core.Spatial.SpaceTimeCube;

public sealed class ExtendedTailTests
{
    [Fact]
    public void ForSumOf_SmallSet_EqualsTheEnumeration()
    {
        double[] values = [0, 1, 1, 5, 9, 2];
        var sums = new List<double>();
        for (var mask = 0; mask < 64; mask++)
        {
            if (int.PopCount(mask) == 2)
                sums.Add(Enumerable.Range(0, 6).Where(i => (mask >> i & 1) == 1).Sum(i => values[i]));
        }

        var (moments, direct) = (SumMoments.Of(values).ForSumOf(2), SumMoments.Of(sums.ToArray()));
        Assert.Equal(direct.Mean, moments.Mean, 1e-12);
        Assert.Equal(direct.Variance, moments.Variance, 1e-12);
        Assert.Equal(direct.Skewness, moments.Skewness, 1e-12);
    }

    // 999 draws against 300,000, for sums of twelve counts of mean 0.3.
    [Fact]
    public void TwoSidedP_BeyondTheDraws_IsNearTheTruth()
    {
        var random = new Random(2);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(_ => -Math.Log(1 - random.NextDouble()) > 1.2 ? (double)random.Next(1, 3) : 0)];
        var truth = new RandomNeighbours(values.Length, 12, 300_000, 9);
        var long1 = new EqualWeightNull(values, truth);
        long1.MoveTo(12);
        var short1 = new EqualWeightNull(values, new RandomNeighbours(values.Length, 12, 999, 4));
        short1.MoveTo(12);
        var tail = new ExtendedTail(short1.Sorted, SumMoments.Of(values).ForSumOf(12));
        for (var observed = 13; observed <= 16; observed++)
        {
            var ratio = tail.TwoSidedP(short1.TailsOf(0, observed), observed) / long1.TailsOf(0, observed).TwoSidedP;
            Assert.InRange(ratio, 0.4, 2.5);
        }
    }
}
