namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>The season of an exponential smoothing model.</summary>
public enum EtsSeason
{
    /// <summary>No season.</summary>
    None,

    /// <summary>Seasonal amounts that add to the level and sum to 0 over a year at the start.</summary>
    Additive,

    /// <summary>Seasonal factors that multiply the level and sum to the season length at the start.</summary>
    Multiplicative,
}
