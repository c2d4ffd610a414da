namespace CrimeInsight.Core.Statistics;

/// <summary>One group's cases in two periods, and how surprising their difference is.</summary>
/// <param name="Before">Cases in the earlier period.</param>
/// <param name="After">Cases in the later period.</param>
/// <param name="Expected">Cases expected in the later period had the group moved like all groups together.</param>
/// <param name="P">Two-sided p-value, before correction.</param>
/// <param name="AdjustedP">Benjamini–Hochberg over all groups tested together.</param>
public sealed record CountChange(double Before, double After, double Expected, double P, double AdjustedP)
{
    /// <summary>After over expected; above 1 is more than expected.</summary>
    public double Ratio => Expected > 0 ? After / Expected : double.PositiveInfinity;
}
