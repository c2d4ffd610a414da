namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Whether the level moved.</summary>
/// <param name="Strength">0 none … 1 nothing else varies (Hyndman and Athanasopoulos, 3rd edition, §4.3).</param>
/// <param name="Statistic">KPSS statistic of the series without season, festivals, shifts and unusual steps.</param>
/// <param name="P">Of a level that never moved; upper tail, not corrected.</param>
/// <param name="IsPresent">The level moved, or jumped at a break that was found.</param>
/// <param name="FirstLevel">Trend at the first step.</param>
/// <param name="LastLevel">Trend at the last step.</param>
public sealed record TrendFinding(double Strength, double Statistic, double P, bool IsPresent, double FirstLevel, double LastLevel)
{
    /// <summary>From the first level to the last, in percent; null from zero.</summary>
    public double? ChangePercent => FirstLevel > 0 ? 100 * (LastLevel / FirstLevel - 1) : null;
}
