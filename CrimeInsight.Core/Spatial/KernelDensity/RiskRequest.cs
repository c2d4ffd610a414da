using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>How the risk of events per person is smoothed and tested. Validated on construction.</summary>
public sealed record RiskRequest
{
    /// <summary>Most simulations.</summary>
    public const int MostSimulations = 9_999;

    /// <param name="density">Bandwidth and kernel, the same for events and population; without a bandwidth the rule is applied to the events.</param>
    /// <param name="simulations">Spreads of the events over the population by chance; 0: the p-values are approximate,
    /// which they can be for fixed bandwidths only.</param>
    /// <exception cref="ArgumentException">A parameter is out of range, or adaptive bandwidths are asked for without simulations.</exception>
    public RiskRequest(DensityRequest density, int simulations = 0, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(density);
        Guard.Between(simulations, 0, MostSimulations);
        if (density.IsAdaptive && simulations == 0)
            throw new ArgumentException("With adaptive bandwidths there are no approximate p-values; ask for simulations, 999 or more.", nameof(simulations));
        (Density, Simulations, Seed) = (density, simulations, seed);
    }

    public DensityRequest Density { get; }

    public int Simulations { get; }

    public int Seed { get; }
}
