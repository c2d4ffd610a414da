using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class EtsKernelTests
{
    private static readonly double[] s_series = [.. Enumerable.Range(0, 60).Select(t => 200 + t + 30 * Math.Sin(t * Math.PI / 6) + 17 * (t * 7919 % 13 - 6))];

    public static TheoryData<string> Forms => [.. EtsForm.All.Select(form => form.ToString())];

    [Fact]
    public void All_Forms_AreFifteenAndParse()
    {
        Assert.Equal(15, EtsForm.All.Length);
        Assert.All(EtsForm.All, form => Assert.True(EtsForm.TryParse(form.ToString().ToLowerInvariant(), out var parsed) && parsed == form));
        Assert.False(EtsForm.TryParse("AAM", out _));
        Assert.Throws<ArgumentException>(() => new EtsForm(EtsError.Additive, EtsTrend.None, EtsSeason.Multiplicative));
    }

    /// <summary>α = 0.5 and l₀ = 10 on 12, 8, 14: errors 2, −3, 4.5; level 11, 9.5, 11.75.</summary>
    [Fact]
    public void Deviance_WorkedExample_FollowsTheRecursion()
    {
        Assert.True(EtsForm.TryParse("ANN", out var form));
        var deviance = EtsLikelihood.Deviance(new EtsLayout(form, 12), [0.5, 10], [12, 8, 14], 0, new double[1], out var final);
        Assert.Equal(3 * Math.Log(4 + 9 + 20.25), deviance, 1e-12);
        Assert.Equal(11.75, final.Level, 1e-12);
        Assert.Equal(33.25, final.SquaredErrors, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Evaluate_AtAnyPoint_EqualsFiniteDifferences(string name)
    {
        Assert.True(EtsForm.TryParse(name, out var form));
        var layout = new EtsLayout(form, 12);
        var point = new double[layout.Count];
        EtsStart.Fill(layout, s_series, 0, point);
        var derivatives = new EtsDerivatives(layout);
        derivatives.Evaluate(point, s_series);
        var season = new double[layout.SeasonLength];
        EtsLikelihood.Deviance(layout, point, s_series, 0, season, out var final);
        for (var i = 0; i < layout.Count; i++)
        {
            var width = 1e-5 * Math.Max(0.1, Math.Abs(point[i]));
            var slope = (At(i, width) - At(i, -width)) / (2 * width);
            Assert.Equal(slope, 2 * s_series.Length * derivatives.Gradient[i] / final.SquaredErrors, 1e-4 * Math.Max(1, Math.Abs(slope)));
        }

        double At(int index, double shift)
        {
            var moved = point.ToArray();
            moved[index] += shift;
            return EtsLikelihood.Deviance(layout, moved, s_series, 0, season, out _);
        }
    }

    /// <summary>Admissible means that the transition matrix with feedback, multiplied by itself, does not blow up.</summary>
    [Fact]
    public void IsAdmissible_RandomParameters_AgreesWithPowersOfTheTransition()
    {
        const int seasonLength = 4;
        var random = new Random(7);
        var (inside, outside) = (0, 0);
        var scratch = new double[2 * (seasonLength + 2)];
        for (var trial = 0; trial < 400; trial++)
        {
            double alpha = random.NextDouble() * 1.6, beta = random.NextDouble() * 0.8, gamma = random.NextDouble() * 1.2,
                phi = 0.8 + 0.18 * random.NextDouble();
            var growth = Growth(alpha, beta, gamma, phi, seasonLength);
            if (Math.Abs(growth - 1) < 0.01)
                continue;
            Assert.Equal(growth < 1, EtsBounds.IsAdmissible(alpha, beta, gamma, phi, seasonLength, scratch));
            _ = growth < 1 ? inside++ : outside++;
        }

        Assert.True(inside > 50 && outside > 50);
    }

    [Fact]
    public void IsAdmissible_WithoutTrendInTheUsualRegion_Holds() =>
        Assert.True(EtsBounds.IsAdmissible(0.4, 0, 0.1, 1, 12, new double[28]));

    /// <summary>Growth per step of a disturbed state that is fed its own one-step forecasts' errors.</summary>
    private static double Growth(double alpha, double beta, double gamma, double phi, int seasonLength)
    {
        double level = 1, trend = 0.3, logarithm = 0;
        double[] season = [0.5, -0.2, 0.1, -0.3];
        const int steps = 4000;
        for (var t = 0; t < steps; t++)
        {
            var line = level + phi * trend;
            var error = -(line + season[t % seasonLength]);
            level = line + alpha * error;
            trend = phi * trend + beta * error;
            season[t % seasonLength] += gamma * error;
            // A constant moved from season to level never shows in the forecasts: take it out.
            var shared = season.Average();
            level += shared;
            for (var slot = 0; slot < seasonLength; slot++)
                season[slot] -= shared;
            var size = Math.Abs(level) + Math.Abs(trend) + season.Sum(Math.Abs);
            if (t >= steps / 2)
                logarithm += Math.Log(size);
            level /= size;
            trend /= size;
            for (var slot = 0; slot < seasonLength; slot++)
                season[slot] /= size;
        }

        return Math.Exp(logarithm / (steps - steps / 2));
    }

    [Fact]
    public void Simulation_FirstStep_IsTheNormalQuantileOfTheRelativeError()
    {
        Assert.True(EtsForm.TryParse("MNN", out var form));
        var states = new EtsStates { Alpha = 0.3, Beta = 0, Gamma = 0, Phi = 0, Level = 100, Trend = 0, Season = [0] };
        var fit = new EtsFit(form, [], states, states, 0, 0.01, 3, 60);
        double[][] quantiles = [new double[6], new double[6]];
        new EtsSimulation(5000, 6, 1).Quantiles(fit, [0.025, 0.975], quantiles);
        Assert.Equal(100 - 19.59964, quantiles[0][0], 0.02);
        Assert.Equal(100 + 19.59964, quantiles[1][0], 0.02);
        Assert.True(quantiles[1][5] > quantiles[1][0]);
    }
}
