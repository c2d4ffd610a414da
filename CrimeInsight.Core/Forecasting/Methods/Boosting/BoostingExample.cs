namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>One row of training.</summary>
internal sealed class BoostingExample
{
    public float[] Features { get; init; } = [];

    /// <summary>What came over the series' level, less 1.</summary>
    public float Label { get; init; }

    /// <summary>Larger for busier series, whose ratios vary less.</summary>
    public float Weight { get; init; }
}
