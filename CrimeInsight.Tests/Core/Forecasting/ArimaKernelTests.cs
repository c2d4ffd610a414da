using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Arima;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ArimaKernelTests
{
    /// <summary>AR(1) with φ = 0.5 on 1, 2, 0: variances 4/3, 1, 1; innovations 1, 1.5, −1.</summary>
    [Fact]
    public void TryRun_FirstOrder_GivesTheKnownInnovations()
    {
        var innovations = new double[3];
        Assert.True(new ArimaFilter(1, 0).TryRun([0.5], [], [1, 2, 0], 0, innovations, out var logDeterminant));
        Assert.Equal(Math.Log(4.0 / 3), logDeterminant, 1e-12);
        Assert.Equal([Math.Sqrt(0.75), 1.5, -1], innovations.Select(value => Math.Round(value, 12)).ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    /// <summary>The quadratic form and determinant of the filter equal those of the dense covariance matrix.</summary>
    [Theory]
    [InlineData(2, 1, 1, 1)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(1, 0, 2, 0)]
    [InlineData(3, 2, 1, 2)]
    public void TryRun_AnyOrders_EqualsDenseCovariance(int p, int q, int seasonalP, int seasonalQ)
    {
        const int season = 4, n = 30;
        var random = new Random(p + 10 * q + 100 * seasonalP);
        var polynomials = new ArimaPolynomials(new ArimaOrder(p, 0, q, seasonalP, 0, seasonalQ, false), season);
        polynomials.Set([.. Enumerable.Range(0, p + q + seasonalP + seasonalQ).Select(_ => random.NextDouble() * 1.4 - 0.7)]);
        double[] values = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5)];
        var innovations = new double[n];
        Assert.True(new ArimaFilter(polynomials.Phi.Length, polynomials.Theta.Length)
            .TryRun(polynomials.Phi, polynomials.Theta, values, 0, innovations, out var logDeterminant));
        var (square, determinant) = Dense(Autocovariances(polynomials, n), values);
        Assert.Equal(determinant, logDeterminant, 1e-7);
        Assert.Equal(square, innovations.Sum(value => value * value), 1e-7);
    }

    [Fact]
    public void Set_AnyPartials_StayInvertibleAndStationary()
    {
        var polynomials = new ArimaPolynomials(new ArimaOrder(2, 0, 0, 0, 0, 0, false), 1);
        polynomials.Set([0.5, -0.9]);
        Assert.Equal([0.95, -0.9], polynomials.Phi.Select(value => Math.Round(value, 12)).ToArray());
    }

    [Theory]
    [InlineData("(0,1,1)(0,1,1)", true)]
    [InlineData("(2,0,2)c", true)]
    [InlineData("(9,0,0)", false)]
    [InlineData("0,1,1", false)]
    public void TryParse_Text_ReadsWhatToStringWrites(string text, bool isValid)
    {
        Assert.Equal(isValid, ArimaOrder.TryParse(text, out var order));
        if (isValid)
            Assert.Equal(text, order.ToString());
    }

    [Fact]
    public void Forecast_ShiftedAndScaledSeries_ShiftsAndScales()
    {
        var (season, values) = ForecastReference.Series["usaccdeaths"];
        var task = new ForecastTask(season, 12, [95], 1, 0, IsFinal: true) { Detail = "(0,1,1)(0,1,1)" };
        var plain = new ArimaMethod().Forecast(values, task)!;
        var moved = new ArimaMethod().Forecast([.. values.Select(value => 3 * value + 1000)], task)!;
        Assert.All(plain.Mean.Zip(moved.Mean), pair => Assert.Equal(1, pair.Second / (3 * pair.First + 1000), 1e-6));
        Assert.All(plain.Deviations.Zip(moved.Deviations), pair => Assert.Equal(3, pair.Second / pair.First, 1e-4));
    }

    [Fact]
    public void Forecast_ConstantSeries_IsCarriedOn()
    {
        var forecast = new ArimaMethod().Forecast(Enumerable.Repeat(4.0, 60).ToArray(), new ForecastTask(12, 6, [95], 1, 0, IsFinal: true))!;
        Assert.All(forecast.Mean, mean => Assert.Equal(4, mean));
        Assert.All(forecast.Deviations, deviation => Assert.Equal(0, deviation));
    }

    [Fact]
    public void Fit_OrdersOfAConstantSeries_HasNoLikelihood() =>
        Assert.Null(new ArimaFitter(12).Fit(new double[40], new ArimaOrder(1, 0, 0, 0, 0, 0, false), [], thorough: true));

    [Fact]
    public void Kpss_WalkAndNoise_TellsThemApart()
    {
        var random = new Random(5);
        double[] noise = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())];
        var level = 0.0;
        double[] walk = [.. noise.Select(step => level += step - 0.5)];
        Assert.Equal(0, UnitRoots.Plain(noise));
        Assert.Equal(1, UnitRoots.Plain(walk));
    }

    private static double[] Autocovariances(ArimaPolynomials polynomials, int count)
    {
        const int many = 20_000;
        var weights = new double[many];
        for (var j = 0; j < many; j++)
        {
            weights[j] = j == 0 ? 1 : j <= polynomials.Theta.Length ? polynomials.Theta[j - 1] : 0;
            for (var i = 1; i <= Math.Min(j, polynomials.Phi.Length); i++)
                weights[j] += polynomials.Phi[i - 1] * weights[j - i];
        }

        return [.. Enumerable.Range(0, count).Select(lag => Enumerable.Range(0, many - lag).Sum(j => weights[j] * weights[j + lag]))];
    }

    private static (double Square, double LogDeterminant) Dense(double[] covariances, double[] values)
    {
        var n = values.Length;
        var factor = new double[n, n];
        var solved = new double[n];
        double square = 0, logDeterminant = 0;
        for (var row = 0; row < n; row++)
        {
            var right = values[row];
            for (var column = 0; column <= row; column++)
            {
                var sum = covariances[row - column];
                for (var k = 0; k < column; k++)
                    sum -= factor[row, k] * factor[column, k];
                factor[row, column] = row == column ? Math.Sqrt(sum) : sum / factor[column, column];
                if (column < row)
                    right -= factor[row, column] * solved[column];
            }

            solved[row] = right / factor[row, row];
            square += solved[row] * solved[row];
            logDeterminant += 2 * Math.Log(factor[row, row]);
        }

        return (square, logDeterminant);
    }
}
