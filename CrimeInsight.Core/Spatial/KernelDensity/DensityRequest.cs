using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>How events are smoothed to a density. Validated on construction.</summary>
public sealed record DensityRequest
{
    /// <param name="bandwidthMetres">Above 0; null: by <see cref="BandwidthRule"/>.</param>
    /// <param name="isAdaptive">Wider where events are few, narrower where they are dense (Abramson 1982); the bandwidth is then their
    /// geometric mean.</param>
    /// <exception cref="ArgumentException">The bandwidth is not above 0.</exception>
    public DensityRequest(DensityKernel kernel = DensityKernel.Gaussian, double? bandwidthMetres = null, bool isAdaptive = false)
    {
        if (bandwidthMetres is { } given)
        {
            Guard.Finite(given, nameof(bandwidthMetres));
            if (given <= 0)
                throw new ArgumentOutOfRangeException(nameof(bandwidthMetres), given, "bandwidthMetres must be above 0.");
        }

        (Kernel, BandwidthMetres, IsAdaptive) = (kernel, bandwidthMetres, isAdaptive);
    }

    public DensityKernel Kernel { get; }

    /// <summary>Null: by the rule.</summary>
    public double? BandwidthMetres { get; }

    public bool IsAdaptive { get; }
}
