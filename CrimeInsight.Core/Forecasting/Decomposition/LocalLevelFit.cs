using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>A <see cref="LocalLevelRegression"/> at one ratio of variances.</summary>
/// <param name="Ratio">Variance of the level's steps over that of the noise.</param>
/// <param name="DegreesOfFreedom">Innovations less coefficients.</param>
/// <param name="Squares">Sum of squared standardised innovations.</param>
internal sealed record LocalLevelFit(double Ratio, double[] Coefficients, int DegreesOfFreedom, double Squares, double RestrictedLogLikelihood)
{
    private LowerFactor _factor = new(0);
    private double[][] _whitened = [];

    /// <summary>Variance of the noise.</summary>
    public double Variance => Math.Max(Squares / DegreesOfFreedom, LeastNoise);

    /// <summary>What one step's innovation varies by at least by its nature.</summary>
    public double LeastVariance { get; init; }

    /// <summary>That of the noise, an innovation's variance being (1 + (q + √(q² + 4q)) / 2) times the noise's in the long run.</summary>
    private double LeastNoise => LeastVariance / (1 + (Ratio + Math.Sqrt(Ratio * Ratio + 4 * Ratio)) / 2);

    /// <param name="factor">Of the columns' products, the values' last.</param>
    public static LocalLevelFit From(LowerFactor factor, int columns, int innovations, double ratio, double logScale, double[][] whitened)
    {
        var coefficients = factor.Row(columns)[..columns].ToArray();
        factor.SolveUpper(coefficients);
        var squares = Math.Max(factor[columns, columns] * factor[columns, columns], double.Epsilon);
        var logDeterminant = 0.0;
        for (var j = 0; j < columns; j++)
            logDeterminant += Math.Log(factor[j, j]);
        var degrees = innovations - columns;
        var logLikelihood = -0.5 * (degrees * Math.Log(squares / degrees) + logScale) - logDeterminant;
        return new LocalLevelFit(ratio, coefficients, degrees, squares, logLikelihood) { _factor = factor, _whitened = whitened };
    }

    /// <summary>Standard error of a coefficient.</summary>
    public double Error(int column)
    {
        var unit = new double[Coefficients.Length];
        unit[column] = 1;
        _factor.SolveLower(unit);
        return Math.Sqrt(Variance * LocalLevelRegression.Dot(unit, unit));
    }

    /// <summary>Two-sided p-value of a coefficient, Student's t.</summary>
    public double PValue(int column) => StudentT.TwoSidedP(Coefficients[column] / Error(column), DegreesOfFreedom);

    /// <summary>
    /// What one more column would get: its coefficient and standard error, the two-sided p-value, and the share of it that the columns in
    /// the fit do not explain.
    /// </summary>
    public (double Coefficient, double Error, double P, double OwnShare) Candidate(double[] column)
    {
        var k = Coefficients.Length;
        var whitened = LocalLevelRegression.Whiten(column, Ratio, out _);
        var shadow = new double[k];
        for (var j = 0; j < k; j++)
            shadow[j] = LocalLevelRegression.Dot(_whitened[j], whitened);
        _factor.SolveLower(shadow);
        var all = LocalLevelRegression.Dot(whitened, whitened);
        var own = all - LocalLevelRegression.Dot(shadow, shadow);
        if (all <= 0 || own <= 1e-9 * all || DegreesOfFreedom < 2)
            return (0, 0, 1, 0);
        var together = LocalLevelRegression.Dot(whitened, _whitened[k]) - LocalLevelRegression.Dot(shadow, _factor.Row(k)[..k]);
        var left = Math.Max(Squares - together * together / own, double.Epsilon);
        var error = Math.Sqrt(Math.Max(left / (DegreesOfFreedom - 1), LeastNoise) / own);
        return (together / own, error, StudentT.TwoSidedP(together / own / error, DegreesOfFreedom - 1), own / all);
    }

    /// <summary>F statistic of the first columns together being zero, and its p-value.</summary>
    public (double Statistic, double P) Together(int firstColumns)
    {
        // The squares these columns save are those of the fit without them less those with them.
        var k = Coefficients.Length;
        var rest = new LowerFactor(k - firstColumns + 1);
        for (var i = firstColumns; i <= k; i++)
        {
            for (var j = firstColumns; j <= i; j++)
                rest[i - firstColumns, j - firstColumns] = LocalLevelRegression.Dot(_whitened[i], _whitened[j]);
        }

        rest.TryFactor();
        var without = rest[k - firstColumns, k - firstColumns] * rest[k - firstColumns, k - firstColumns];
        var statistic = Math.Max(0, (without - Squares) / firstColumns / Variance);
        return (statistic, StudentT.FisherUpperTail(statistic, firstColumns, DegreesOfFreedom));
    }
}
