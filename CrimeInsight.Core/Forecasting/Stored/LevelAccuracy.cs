using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Forecasting.Stored;

/// <summary>
/// How far the stored monthly forecasts of one level and one band of volume were off over their earlier origins, all
/// comparisons weighing the same.
/// </summary>
/// <param name="VolumeBand">Band of the calibration, from 0.</param>
/// <param name="SeriesCount">Forecasts stored.</param>
/// <param name="Comparisons">Figures compared with what came.</param>
/// <param name="AbsoluteSum">Σ|e|.</param>
/// <param name="SquareSum">Σe².</param>
/// <param name="CasesSum">Cases that came.</param>
public sealed record LevelAccuracy(
    JurisdictionLevel Level, int VolumeBand, long SeriesCount, long Comparisons, double AbsoluteSum, double SquareSum, double CasesSum)
{
    /// <summary>√(mean e²), in cases a month.</summary>
    public double RootMeanSquareError => Math.Sqrt(SquareSum / Comparisons);

    /// <summary>100 − WAPE in percent, never below 0; null when no case came.</summary>
    public double? AccuracyPercent => CasesSum > 0 ? Math.Max(0, 100 * (1 - AbsoluteSum / CasesSum)) : null;

    /// <summary>Two groups as one, under the level and band of the first.</summary>
    public static LevelAccuracy operator +(LevelAccuracy left, LevelAccuracy right) => left with
    {
        SeriesCount = left.SeriesCount + right.SeriesCount,
        Comparisons = left.Comparisons + right.Comparisons,
        AbsoluteSum = left.AbsoluteSum + right.AbsoluteSum,
        SquareSum = left.SquareSum + right.SquareSum,
        CasesSum = left.CasesSum + right.CasesSum,
    };
}
