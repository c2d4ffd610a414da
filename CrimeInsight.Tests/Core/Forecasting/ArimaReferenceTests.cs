using CrimeInsight.Core.Forecasting.Methods.Arima;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ArimaReferenceTests
{
    private const double LikelihoodTolerance = 1e-4;
    private const double CoefficientTolerance = 1e-3;
    private const double PointTolerance = 1e-4;
    private const double DeviationTolerance = 0.005;
    private const double CriterionTolerance = 0.01;

    public static TheoryData<string> Cases => [.. ForecastReference.ArimaFixed.Select(expected => expected.Name)];

    public static TheoryData<string> Automatic => [.. ForecastReference.ArimaAutomatic.Select(expected => expected.Series)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_FixedOrders_EqualsReference(string name)
    {
        var expected = ForecastReference.ArimaFixed.Single(candidate => candidate.Name == name);
        var (season, values) = ForecastReference.Series[expected.Series];
        var fit = Fit(expected, season, values);
        if (!double.IsNaN(expected.LogLikelihood))
            Assert.Equal(expected.LogLikelihood, fit.LogLikelihood, LikelihoodTolerance);
        Assert.All(expected.Coefficients.Zip(fit.Coefficients), pair => Assert.Equal(pair.First, pair.Second, CoefficientTolerance));
        Assert.Equal(1, fit.Variance / expected.Variance, CoefficientTolerance);
        var (mean, deviations) = ArimaProjection.Run(fit, season, values, expected.Mean.Length)!.Value;
        Assert.All(expected.Mean.Zip(mean), pair => Assert.Equal(1, pair.Second / pair.First, PointTolerance));
        Assert.All(expected.Deviations.Zip(deviations), pair => Assert.Equal(1, pair.Second / pair.First, DeviationTolerance));
    }

    /// <summary>Negative control: another series under the same name must not pass.</summary>
    [Fact]
    public void Fit_ChangedSeries_DiffersFromReference()
    {
        var expected = ForecastReference.ArimaFixed[0];
        var (season, values) = ForecastReference.Series[expected.Series];
        double[] changed = [.. values[..60], values[60] + 0.05, .. values[61..]];
        Assert.NotEqual(expected.LogLikelihood, Fit(expected, season, changed).LogLikelihood, LikelihoodTolerance);
    }

    [Theory]
    [MemberData(nameof(Automatic))]
    public void Select_Automatic_IsAtLeastAsGoodAsStepwiseReference(string series)
    {
        var (season, values) = ForecastReference.Series[series];
        var fit = new ArimaSearch(season).Select(values, null, exhaustive: false, thorough: true);
        Assert.True(fit!.Aicc <= ForecastReference.ArimaAutomatic.Single(row => row.Series == series).Stepwise + CriterionTolerance);
    }

    [Theory]
    [MemberData(nameof(Automatic))]
    public void Select_Exhaustive_IsAtLeastAsGoodAsFullReference(string series)
    {
        var (season, values) = ForecastReference.Series[series];
        var fit = new ArimaSearch(season).Select(values, null, exhaustive: true, thorough: true);
        Assert.True(fit!.Aicc <= ForecastReference.ArimaAutomatic.Single(row => row.Series == series).Full + CriterionTolerance);
    }

    private static ArimaFit Fit(ArimaCase expected, int season, double[] values) =>
        new ArimaFitter(season).Fit(Differences.Of(values, expected.Order.D, expected.Order.SeasonalD, season), expected.Order, [], thorough: true)!;
}
