using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots.RelativeRiskDensity;

/// <summary>As <see cref="RelativeRiskDensityMethod"/> has them.</summary>
public sealed record RelativeRiskDensitySettings : ComparedSettings
{
    private const double LeastMetres = 20;
    private const double MostMetres = 50_000;

    /// <summary>Of the Gaussian kernel, 20 … 50,000 m; null: by a rule of thumb.</summary>
    public double? BandwidthMetres
    {
        get;
        init
        {
            if (value is { } metres)
                Guard.Between(metres, LeastMetres, MostMetres, nameof(BandwidthMetres));
            field = value;
        }
    }

    /// <summary>Fewest cases that are looked at.</summary>
    public int LeastCases { get; init; } = 20;

    /// <summary>Fewest cases of a finding: beside fewer the tails of both densities can be far apart where nobody is.</summary>
    public int LeastInside { get; init; } = 5;
}
