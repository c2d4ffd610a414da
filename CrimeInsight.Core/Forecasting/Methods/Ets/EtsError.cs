namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>How the error enters an exponential smoothing model.</summary>
public enum EtsError
{
    /// <summary>y = ŷ + e, e of constant spread.</summary>
    Additive,

    /// <summary>y = ŷ (1 + e), spread in proportion to the level; only for positive series.</summary>
    Multiplicative,
}
