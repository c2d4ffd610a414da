using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// Past errors of one method, e = what came − forecast. Scaled measures divide by the mean |y(t) − y(t−m)| (RMSSE: by
/// the mean square) of the history known at each origin: 1 is as good as repeating last year within the history. They
/// are null when that scale is zero at every origin.
/// References: Hyndman and Koehler (2006), doi:10.1016/j.ijforecast.2006.03.001 (MASE); Makridakis, Spiliotis and
/// Assimakopoulos (2022), doi:10.1016/j.ijforecast.2021.11.013 (RMSSE, here with the seasonal scale).
/// </summary>
/// <param name="Method">Name of the method.</param>
/// <param name="IsBaseline">A plain rule the others must beat.</param>
/// <param name="MeanAbsoluteError">Mean |e|, in the series' unit.</param>
/// <param name="Mase">Mean |e| / scale.</param>
/// <param name="Rmsse">Root of the mean e² / squared scale.</param>
/// <param name="Wape">Σ|e| / Σ|what came|, as a share (0.1 = 10 %); null when everything that came was zero.</param>
/// <param name="Bias">Mean of forecast − what came: positive means it forecast too much.</param>
/// <param name="Levels">Per interval level, ascending.</param>
public sealed record MethodRecord(
    string Method,
    bool IsBaseline,
    double MeanAbsoluteError,
    double? Mase,
    double? Rmsse,
    double? Wape,
    double Bias,
    ImmutableArray<LevelRecord> Levels)
{
    /// <summary>Cases a step from which methods are compared by the mean absolute error.</summary>
    private const double LeastForAbsolute = 5;

    /// <summary>√(mean e²), in the series' unit; null in what was stored before it was kept.</summary>
    public double? RootMeanSquareError { get; init; }

    /// <summary>100 − WAPE in percent, never below 0: what is called accuracy; null when everything that came was zero.</summary>
    public double? AccuracyPercent => Wape is { } wape ? Math.Max(0, 100 * (1 - wape)) : null;

    /// <summary>
    /// What methods of one series are compared by, less being better: the mean absolute error, which is what people are told;
    /// where hardly anything came RMSSE, because there always saying zero has the least absolute error.
    /// </summary>
    public double ComparedError => IsComparedByAbsolute ? MeanAbsoluteError : Rmsse ?? MeanAbsoluteError;

    /// <summary>Enough cases came that the mean absolute error compares methods.</summary>
    public bool IsComparedByAbsolute => MeanAbsoluteError >= LeastForAbsolute * Wape;
}
