using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ForecastMethodsTests
{
    private const int Season = 12;

    public static TheoryData<string> Names => [.. ForecastMethods.All.Select(method => method.Name)];

    [Fact]
    public void All_EveryMethodThatIsWritten_IsRegisteredUnderANameOfItsOwn()
    {
        var written = typeof(IForecastMethod).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IForecastMethod)));
        Assert.Equal(written.ToHashSet(), ForecastMethods.All.Select(method => method.GetType()).ToHashSet());
        Assert.Equal(ForecastMethods.All.Length, Names.Count);
        Assert.Distinct(ForecastMethods.All.Select(method => method.Name));
        Assert.All(ForecastMethods.All, method => Assert.Matches("^[a-z0-9]+$", method.Name));
    }

    /// <summary>A fit keeps nothing of what it is asked about, and the method nothing of what it fitted.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_Again_SaysTheSame(string name)
    {
        var method = ForecastMethods.Find(name)!;
        var fitted = method.Fit(Series(48), s_task, null)!;
        var first = fitted.Predict(Series(48), s_task)!;
        Assert.NotNull(fitted.Predict(Series(60), s_task));
        Assert.NotNull(method.Fit([.. Series(60).Select(value => 3 * value)], s_task, null));
        var again = method.Fit(Series(48), s_task, null)!.Predict(Series(48), s_task)!;
        Assert.Equal(first.Mean, again.Mean);
        Assert.Equal(first.Upper[0], again.Upper[0]);
    }

    /// <summary>A history that never changed is fitted again when it does.</summary>
    [Theory]
    [InlineData("arima", 5)]
    [InlineData("additive", 0)]
    [InlineData("poisson", 0)]
    [InlineData("croston", 0)]
    public void StillHolds_HistoryThatChanged_IsFalse(string name, double value)
    {
        double[] constant = [.. Enumerable.Repeat(value, 40)];
        var fitted = ForecastMethods.Find(name)!.Fit(constant, s_task, null)!;
        Assert.True(fitted.StillHolds([.. constant, value]));
        Assert.False(fitted.StillHolds([.. constant, value + 1]));
        Assert.All(fitted.Predict(constant, s_task)!.Mean, mean => Assert.Equal(value, mean));
    }

    private static readonly ForecastTask s_task = new(Season, 6, [80], 1, 200, IsFinal: false);

    private static double[] Series(int length) =>
        [.. Enumerable.Range(0, length).Select(t => Math.Round(40 + t / 4.0 + 8 * Math.Sin(2 * Math.PI * t / Season)) + t * t % 7)];
}
