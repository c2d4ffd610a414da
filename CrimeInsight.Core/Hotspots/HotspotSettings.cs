using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// How a method works: all of its parameters, those that no screen offers among them. Every method has a record of its own, which
/// its reports carry. Validated on construction.
/// </summary>
public abstract record HotspotSettings
{
    /// <summary>Significance level unless asked otherwise.</summary>
    public const double UsualSignificance = 0.05;

    /// <summary>Largest corrected p of a finding; above 0, at most 0.5.</summary>
    public double Significance
    {
        get;
        init
        {
            Guard.Between(value, double.Epsilon, 0.5, nameof(Significance));
            field = value;
        }
    } = UsualSignificance;

    public int Seed { get; init; } = 1;
}
