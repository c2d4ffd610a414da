namespace CrimeInsight.Core.Forecasting.Methods.Ces;

/// <summary>Seasonal forms of complex exponential smoothing.</summary>
internal enum CesSeason
{
    None,

    /// <summary>Level and potential a season ago only.</summary>
    Simple,

    /// <summary>A level, and an additive season beside it.</summary>
    Partial,

    /// <summary>A level, and level and potential a season ago beside it.</summary>
    Full,
}
