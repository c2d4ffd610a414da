namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>The trend of an exponential smoothing model.</summary>
public enum EtsTrend
{
    /// <summary>A level only.</summary>
    None,

    /// <summary>A straight line.</summary>
    Additive,

    /// <summary>A line that flattens by the factor φ each step.</summary>
    Damped,
}
