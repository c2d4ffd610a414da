using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Whether the year has a shape.</summary>
/// <param name="Strength">0 none … 1 nothing else varies (Hyndman and Athanasopoulos, 3rd edition, §4.3).</param>
/// <param name="Statistic">F of all seasonal terms together.</param>
/// <param name="P">Of no season; upper tail, not corrected.</param>
/// <param name="Profile">Effect of each month, January first, or of each of 52 weeks: factor − 1 when multiplicative, else in the unit of the values.</param>
public sealed record SeasonFinding(double Strength, double Statistic, double P, bool IsPresent, ImmutableArray<double> Profile)
{
    /// <summary>Place of the highest effect in the profile.</summary>
    public int High => Profile.IndexOf(Profile.Max());

    /// <summary>Place of the lowest effect in the profile.</summary>
    public int Low => Profile.IndexOf(Profile.Min());
}
