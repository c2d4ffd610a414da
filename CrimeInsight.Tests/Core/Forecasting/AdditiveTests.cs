using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Additive;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>The additive model against R prophet 1.0; see Reference/Forecasting/README.md.</summary>
public sealed class AdditiveTests
{
    private const int Steps = 24;

    /// <summary>Prophet stops before its optimum, by up to 0.1 in the log posterior; points then differ by a little.</summary>
    private const double PointTolerance = 0.01;
    private const double WidthTolerance = 0.12;

    private static readonly Dictionary<string, string[]> s_cases = File.ReadLines(
        Path.Combine(AppContext.BaseDirectory, "Reference", "Forecasting", "prophet.csv"))
        .Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0]);

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_PublicSeries_IsAtLeastAsProbableAsReference(string name)
    {
        var (fitter, reference) = (Fitter(name), Reference(name));
        Assert.Equal(fitter.Fit().LogPosterior, fitter.LogPosteriorOf(fitter.Fit()), 1e-9);
        Assert.True(fitter.Fit().LogPosterior >= fitter.LogPosteriorOf(reference), $"{fitter.Fit().LogPosterior} < {fitter.LogPosteriorOf(reference)}");
        Assert.Equal(reference.Sigma, fitter.Fit().Sigma, 0.03 * reference.Sigma);
    }

    /// <summary>No parameter can be moved to gain: a check of the optimum that does not use the solver.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_AnyParameterMoved_IsLessProbable(string name)
    {
        var fitter = Fitter(name);
        var fit = fitter.Fit();
        foreach (var move in new[] { -1e-4, 1e-4 })
        {
            Assert.True(fitter.LogPosteriorOf(fit with { Slope = fit.Slope + move }) < fit.LogPosterior);
            Assert.True(fitter.LogPosteriorOf(fit with { Level = fit.Level + move }) < fit.LogPosterior);
            Assert.True(fitter.LogPosteriorOf(fit with { Sigma = fit.Sigma + move }) < fit.LogPosterior);
            for (var j = 0; j < fit.Changes.Length; j++)
                Assert.True(fitter.LogPosteriorOf(fit with { Changes = Moved(fit.Changes, j, move) }) < fit.LogPosterior);
            for (var j = 0; j < fit.Effects.Length; j++)
                Assert.True(fitter.LogPosteriorOf(fit with { Effects = Moved(fit.Effects, j, move) }) < fit.LogPosterior);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forecast_PublicSeries_IsNearReference(string name)
    {
        var row = s_cases[name];
        var forecast = Forecast(name, ForecastReference.Series[row[1]].Values);
        double[] points = Numbers(row[10]), lower = Numbers(row[11]), upper = Numbers(row[12]);
        for (var step = 0; step < Steps; step++)
        {
            Assert.Equal(points[step], forecast.Mean[step], PointTolerance * points[step]);
            Assert.Equal(upper[step] - lower[step], forecast.Upper[0][step] - forecast.Lower[0][step], WidthTolerance * (upper[step] - lower[step]));
        }
    }

    [Fact]
    public void Forecast_PerturbedSeries_MissesReference()
    {
        foreach (var (name, row) in s_cases)
        {
            var values = ForecastReference.Series[row[1]].Values.ToArray();
            values[^1] *= 1.5;
            var forecast = Forecast(name, values);
            Assert.Contains(Numbers(row[10]).Select((point, step) => Math.Abs(forecast.Mean[step] / point - 1)), miss => miss > PointTolerance);
        }
    }

    /// <summary>½·2δ² − 3δ + |δ| is least at 1; with a penalty above 3, at 0. Two variables that pull together share.</summary>
    [Fact]
    public void SparseChanges_WorkedExample_FindsTheMinimum()
    {
        Assert.Equal(1, new SparseChanges([[2]], [3], 1).Minimise([0])[0], 1e-12);
        Assert.Equal([0], new SparseChanges([[2]], [3], 3.1).Minimise([0]));
        Assert.Equal([0], new SparseChanges([[2]], [3], 3.1).Minimise([-5]));
        var pair = new SparseChanges([[2, 1], [1, 2]], [4, -3], 1).Minimise([0, 0]);
        Assert.Equal(8.0 / 3, pair[0], 1e-12);
        Assert.Equal(-7.0 / 3, pair[1], 1e-12);
    }

    [Fact]
    public void Forecast_ScaledSeries_ScalesTheForecast()
    {
        var values = ForecastReference.Series["usaccdeaths"].Values;
        var (plain, scaled) = (Forecast("usaccdeaths_additive", values), Forecast("usaccdeaths_additive", [.. values.Select(value => 3 * value)]));
        for (var step = 0; step < Steps; step++)
        {
            Assert.Equal(3 * plain.Mean[step], scaled.Mean[step], 1e-6 * scaled.Mean[step]);
            Assert.Equal(3 * plain.Upper[1][step], scaled.Upper[1][step], 1e-6 * scaled.Mean[step]);
        }
    }

    [Fact]
    public void Forecast_PlantedFestival_FollowsItsMonth()
    {
        int[] months = [10, 10, 9, 10, 9, 9];
        DateOnly[] days = [.. months.Select((month, year) => new DateOnly(2020 + year, month + 1, 15))];
        var calendar = new SeriesCalendar(new(2020, 1, 1), SeriesStep.Month, [.. days.Select(day => new Festival("diwali", day))], []);
        double[] values = [.. Enumerable.Range(0, 60).Select(t => 100.0 + t % 5 + (t % 12 == months[t / 12] ? 40 : 0))];
        var forecast = new AdditiveMethod().Forecast(values, Task(12) with { Calendar = calendar });
        Assert.NotNull(forecast);
        Assert.InRange(forecast.Mean[9] - forecast.Mean[10], 25, 45);
    }

    [Fact]
    public void Forecast_TooShortOrAllZero_IsHandled()
    {
        Assert.Null(new AdditiveMethod().Forecast(new double[23], Task(12)));
        Assert.All(new AdditiveMethod().Forecast(new double[30], Task(12))!.Mean, mean => Assert.Equal(0, mean));
    }

    private static double[] Moved(double[] values, int index, double by)
    {
        var moved = values.ToArray();
        moved[index] += by;
        return moved;
    }

    private static AdditiveFitter Fitter(string name)
    {
        var row = s_cases[name];
        var values = ForecastReference.Series[row[1]].Values;
        var scale = values.Max();
        return new AdditiveFitter(
            [.. values.Select(value => value / scale)], new AdditiveDesign(values.Length, values.Length + Steps, 12, Calendar(row)), Form(row));
    }

    private static AdditiveFit Reference(string name)
    {
        var row = s_cases[name];
        return new AdditiveFit(Form(row), Number(row[4]), Number(row[5]), Numbers(row[7]), Numbers(row[8]), Number(row[6]), 0);
    }

    private static MethodForecast Forecast(string name, double[] values) =>
        new AdditiveMethod(Form(s_cases[name])).Forecast(values, Task(Steps) with { Calendar = Calendar(s_cases[name]) })!;

    private static ForecastTask Task(int horizon) => new(12, horizon, [80, 95], 1, 5000, true);

    private static AdditiveForm Form(string[] row) => new(IsFlat: false, row[3] == "multiplicative");

    private static SeriesCalendar Calendar(string[] row) =>
        new(DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture), SeriesStep.Month, [], []);

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Number)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
