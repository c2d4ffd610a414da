namespace CrimeInsight.Data.Forecasting;

/// <summary>What a chunk of a run does.</summary>
internal enum ForecastChunkKind
{
    /// <summary>Forecasts series and stores them.</summary>
    Series,

    /// <summary>Makes forecasts that are stored add up.</summary>
    Coherence,

    /// <summary>Looks for hotspots in the area, head by head.</summary>
    Hotspots,
}
