using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// What a panel of series taught: which methods to combine and how wide intervals must be, per band of volume. Plain
/// data: it can be stored as JSON and used for one series later.
/// </summary>
/// <param name="Bands">Ascending by volume; the first begins at 0.</param>
public sealed record ForecastCalibration(ImmutableArray<BandCalibration> Bands)
{
    /// <summary>What is believed before any panel has taught more; see docs/methods/forecasting.md.</summary>
    public static ForecastCalibration Default { get; } =
        new([.. VolumeBands.Starts.Select(from => new BandCalibration(from, 0, VolumeBands.PriorWeights(from), []))]);

    /// <summary>Least mean a step of each band, ascending.</summary>
    public static ImmutableArray<double> BandStarts => VolumeBands.Starts;

    /// <summary>The band of a volume (mean of the last two seasons for what is combined, of the last one for intervals).</summary>
    public BandCalibration BandOf(double volume) => Bands.LastOrDefault(band => band.FromVolume <= volume) ?? Default.Bands[0];
}
