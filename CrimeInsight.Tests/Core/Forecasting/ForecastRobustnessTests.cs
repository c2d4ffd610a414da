using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>What a wrong figure or a new level in a history must not do to its forecast. Values are invented.</summary>
public sealed class ForecastRobustnessTests
{
    private static readonly double[] s_plain =
    [
        50, 59, 56, 63, 58, 54, 56, 45, 41, 42, 45, 45, 52, 52, 58, 59, 55, 50, 45, 44, 41, 39, 42, 41, 50, 56, 61, 57, 57, 49, 48, 38, 37, 43, 35, 47,
    ];

    /// <summary>One typing error, early or among the last months: the forecast is that of the series without it.</summary>
    [Theory]
    [InlineData("auto", 31)]
    [InlineData("auto", 20)]
    [InlineData("auto", 35)]
    [InlineData("ets", 31)]
    [InlineData("arima", 31)]
    [InlineData("dotm", 20)]
    public void Run_OneTypingError_ForecastsAsWithoutIt(string name, int index)
    {
        Assert.True(ForecastMethods.TryParse(name, out var model));
        var broken = s_plain.ToArray();
        broken[index] = 9999;
        var (report, plain) = (Made(new ForecastRequest(broken, 3, model: model)), Made(new ForecastRequest(s_plain, 3, model: model)));
        Assert.Equal(9999, Assert.Single(report.Adjustments).Was);
        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(plain.Mean[step], report.Mean[step], 10.0);
            Assert.Equal(plain.Bands[1].Upper[step], report.Bands[1].Upper[step], 15.0);
            Assert.Equal(plain.Bands[1].Lower[step], report.Bands[1].Lower[step], 15.0);
        }

        // The record is held against what came, error and all.
        if (index > 24)
            Assert.True(report.OwnRecord!.MeanAbsoluteError > 100);
    }

    [Fact]
    public void Run_TypingErrorAmongSparseCounts_StaysSparse()
    {
        double[] values = [.. Enumerable.Range(0, 36).Select(t => t == 30 ? 9999.0 : t % 3 == 0 ? 1 : 0)];
        var report = Made(new ForecastRequest(values, 3));
        Assert.All(report.Mean, mean => Assert.InRange(mean, 0, 1));
        Assert.All(report.Bands[1].Upper, upper => Assert.InRange(upper, 1, 5));
    }

    [Theory]
    [InlineData(5, 500)]
    [InlineData(500, 5)]
    [InlineData(0, 60)]
    public void Run_LevelJumpedAndStayed_ForecastsTheNewLevel(double before, double after)
    {
        var report = Made(new ForecastRequest([.. Enumerable.Repeat(before, 18), .. Enumerable.Repeat(after, 18)], 3));
        Assert.Equal(18, Assert.Single(report.Adjustments, one => one.Kind == AdjustmentKind.Shift).Index);
        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(after, report.Mean[step], 0.02 * after);
            Assert.InRange(report.Bands[1].Upper[step], after + 1, after + 4 * Math.Sqrt(after));
        }
    }

    [Fact]
    public void Run_Croston_BandsOfSparseCountsDiffer()
    {
        var report = Made(new ForecastRequest([.. new double[34], 2, 18], 3, model: ForecastMethods.Named("croston")));
        for (var step = 0; step < 3; step++)
        {
            Assert.InRange(report.Bands[0].Upper[step], report.Mean[step], 1);
            Assert.InRange(report.Bands[1].Upper[step], 2, 30);
        }
    }

    /// <summary>One case every third month, sizes one: of 95 % nothing but zero and one is needed.</summary>
    [Fact]
    public void Run_CrostonOnSingleCases_ReachesOne() =>
        Assert.All(Made(
            new ForecastRequest(Enumerable.Range(0, 36).Select(t => t % 3 == 0 ? 1.0 : 0), 3, model: ForecastMethods.Named("croston"))).Bands[1].Upper,
            upper => Assert.InRange(upper, 1, 2));

    /// <summary>14 coefficients ask for 42 values, after 14 lost by differences.</summary>
    [Theory]
    [InlineData("arima:(5,2,5)(2,1,2)", 56)]
    [InlineData("arima:(2,1,2)(2,1,2)", 37)]
    public void Run_OrdersTooRichForTheData_AreRefused(string name, int needed)
    {
        Assert.True(ForecastMethods.TryParse(name, out var model));
        var refused = new ForecastImpossible(ForecastObstacle.ModelDoesNotFit, needed, 36);
        Assert.Equal(refused, Forecaster.Run(new ForecastRequest(s_plain, 3, model: model)));
        Assert.Equal(refused,
            Assert.Single(ForecastBatch.Run([new ForecastRequest(s_plain, 3, model: model)], null, null, 1, TestContext.Current.CancellationToken).Outcomes));
    }

    [Fact]
    public void Run_OrdersTheDataCarry_AreTaken()
    {
        Assert.True(ForecastMethods.TryParse("arima:(0,1,1)(0,1,1)", out var model));
        Assert.Equal("arima", Made(new ForecastRequest(s_plain, 3, model: model)).Model);
    }

    [Fact]
    public void Request_ValueBeyondAllSquares_IsRefused()
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => new ForecastRequest(s_plain.Select(value => 1e300 * value), 3));
        Assert.Contains("values must lie in [-1E+60, 1E+60]; got 5E+301.", refusal.Message, StringComparison.Ordinal);
        Assert.All(Made(new ForecastRequest(s_plain.Select(value => 1e57 * value), 3)).Mean, mean => Assert.InRange(mean, 35e57, 65e57));
    }

    private static ForecastReport Made(ForecastRequest request) => Assert.IsType<ForecastReport>(Forecaster.Run(request));
}
