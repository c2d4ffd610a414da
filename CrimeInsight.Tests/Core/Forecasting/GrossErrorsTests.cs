using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class GrossErrorsTests
{
    private static readonly double[] s_plain =
    [
        50, 59, 56, 63, 58, 54, 56, 45, 41, 42, 45, 45, 52, 52, 58, 59, 55, 50, 45, 44, 41, 39, 42, 41, 50, 56, 61, 57, 57, 49, 48, 38, 37, 43, 35, 47,
    ];

    /// <summary>Nearest neighbours of the error at 20 are 45, 44, 39, 42: median 43.</summary>
    [Fact]
    public void Replace_TypingError_StandsAsItsNeighbours()
    {
        var (values, replaced) = Replace(With((20, 9999)));
        Assert.Equal(43, values[20]);
        Assert.Equal([new SeriesAdjustment(AdjustmentKind.Unusual, 20, 9999, 43)], replaced);
        Assert.Equal(s_plain[..20], values[..20]);
        Assert.Equal(s_plain[21..], values[21..]);
    }

    [Theory]
    [InlineData(0, 9999)]
    [InlineData(35, 9999)]
    [InlineData(11, 450)]
    public void Replace_AnywhereInTheSeries_IsFound(int index, double value) =>
        Assert.Equal(index, Assert.Single(Replace(With((index, value))).Replaced).Index);

    [Fact]
    public void Replace_TwoInAYear_AreBothFound() => Assert.Equal([14, 20], Replace(With((14, 9999), (20, 8888))).Replaced.Select(one => one.Index));

    [Fact]
    public void Replace_MonthLeftOut_IsFound()
    {
        double[] values = [.. Enumerable.Range(0, 36).Select(t => 500.0 + 8 * (t % 5))];
        values[17] = 0;
        Assert.Equal(17, Assert.Single(Replace(values).Replaced).Index);
    }

    /// <summary>Negative controls: a new level, a season, a burst among sparse counts and ordinary peaks are no errors.</summary>
    [Fact]
    public void Replace_WhatCanBeTrue_Stays()
    {
        Assert.Empty(Replace(With((34, 9999), (35, 9900))).Replaced);
        Assert.Empty(Replace(With((8, 900), (20, 1000), (32, 950))).Replaced);
        Assert.Empty(Replace(With((20, 100))).Replaced);
        Assert.Empty(Replace([.. new double[30], 0, 2, 18, 0, 0, 1]).Replaced);
    }

    /// <summary>Property: chance alone makes no gross error, whatever the level and unit.</summary>
    [Fact]
    public void Replace_PoissonCounts_StayAsTheyAre()
    {
        var random = new Random(4);
        foreach (var mean in new[] { 0.2, 3, 40, 700 })
        {
            for (var trial = 0; trial < 40; trial++)
            {
                var values = Enumerable.Range(0, 60).Select(_ => Poisson(random, mean)).ToArray();
                Assert.Empty(Replace(values).Replaced);
                Assert.Empty(GrossErrors.Replace(new ForecastRequest(values.Select(value => -1e6 * value), 1, areCounts: false)).Replaced.Where(_ => mean > 1));
            }
        }
    }

    [Fact]
    public void Find_JumpThatStays_IsBroughtToTheNewLevel()
    {
        double[] values = [.. Enumerable.Repeat(5.0, 18), .. Enumerable.Repeat(500.0, 18)];
        var shift = GrossShift.Find(values, areCounts: true)!;
        Assert.Equal(new GrossShift(18, 5, 500), shift);
        Assert.Equal(new SeriesAdjustment(AdjustmentKind.Shift, 18, 0, 99), shift.Apply(values, areCounts: true));
        Assert.All(values, value => Assert.Equal(500, value, 1e-9));
    }

    /// <summary>From next to nothing a factor would make noise of noise: levels are a difference apart.</summary>
    [Fact]
    public void Find_JumpFromNothing_AddsTheDifference()
    {
        double[] values = [.. Enumerable.Range(0, 12).Select(t => (double)(t % 2)), .. Enumerable.Range(0, 12).Select(t => 200.0 + t % 3)];
        var shift = GrossShift.Find(values, areCounts: true)!;
        Assert.Equal((12, false), (shift.Index, shift.IsFactor));
        shift.Apply(values, areCounts: true);
        Assert.All(values[..12], value => Assert.InRange(value, 199, 203));
    }

    [Fact]
    public void Find_NoJumpOrTooFewStepsAfterIt_FindsNothing()
    {
        var random = new Random(5);
        Assert.Null(GrossShift.Find(s_plain, areCounts: true));
        Assert.Null(GrossShift.Find([.. Enumerable.Repeat(5.0, 31), .. Enumerable.Repeat(500.0, 5)], areCounts: true));
        Assert.Null(GrossShift.Find([.. Enumerable.Range(0, 60).Select(t => 10 * Math.Exp(0.1 * t))], areCounts: true));
        Assert.Null(GrossShift.Find([.. Enumerable.Range(0, 48).Select(t => 500 + 400 * Math.Sin(t * Math.PI / 6))], areCounts: true));
        Assert.Null(GrossShift.Find([.. Enumerable.Range(0, 48).Select(t => Poisson(random, t < 24 ? 30 : 45))], areCounts: true));
    }

    private static double[] With(params (int Index, double Value)[] changes)
    {
        var values = s_plain.ToArray();
        foreach (var (index, value) in changes)
            values[index] = value;
        return values;
    }

    private static (double[] Values, IReadOnlyList<SeriesAdjustment> Replaced) Replace(double[] values)
    {
        var (used, replaced) = GrossErrors.Replace(new ForecastRequest(values, 1));
        return (used, replaced);
    }

    private static double Poisson(Random random, double mean)
    {
        var count = 0;
        for (var waited = -Math.Log(1 - random.NextDouble()); waited < mean; waited -= Math.Log(1 - random.NextDouble()))
            count++;
        return count;
    }
}
