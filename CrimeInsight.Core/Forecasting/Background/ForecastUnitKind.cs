namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>What a unit does.</summary>
internal enum ForecastUnitKind
{
    /// <summary>Learns weights and interval widths from a sample of the series.</summary>
    Learn,

    /// <summary>Forecasts series and stores them.</summary>
    Series,

    /// <summary>Makes forecasts that are stored add up.</summary>
    Coherence,
}
