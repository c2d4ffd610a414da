namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>What can be said of an effect.</summary>
public enum EffectVerdict
{
    /// <summary>It passed its test.</summary>
    Present,

    /// <summary>It was tested and may be chance.</summary>
    NotSignificant,

    /// <summary>It always falls in the same part of the year, or together with another: the data cannot tell them apart.</summary>
    NotSeparable,

    /// <summary>Too few years for a festival, or too few steps on one side of a shift.</summary>
    TooFewSteps,
}
