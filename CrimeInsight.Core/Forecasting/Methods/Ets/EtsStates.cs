namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// Smoothing parameters and states of an exponential smoothing model at one moment. Absent parts are neutral: β, γ
/// and the trend 0; φ 1 for a straight trend and 0 without trend; no season: one slot of 0.
/// </summary>
internal sealed record EtsStates
{
    public required double Alpha { get; init; }

    public required double Beta { get; init; }

    public required double Gamma { get; init; }

    public required double Phi { get; init; }

    public required double Level { get; init; }

    public required double Trend { get; init; }

    /// <summary>One value per slot; observation t uses slot t modulo the length.</summary>
    public required double[] Season { get; init; }
}
