using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// What a panel of series taught: which methods to combine and how wide intervals must be, per band of volume. Plain
/// data: it can be stored as JSON and used for one series later.
/// </summary>
/// <param name="Bands">Ascending by volume; the first begins at 0.</param>
public sealed record ForecastCalibration(ImmutableArray<BandCalibration> Bands)
{
    /// <summary>The band of a volume (mean of the last two seasons).</summary>
    public BandCalibration BandOf(double volume) => Bands.Last(band => band.FromVolume <= volume || band == Bands[0]);
}
