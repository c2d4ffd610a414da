namespace CrimeInsight.Core.Forecasting.Methods.Intermittent;

/// <summary>Which rate of an intermittent series is smoothed.</summary>
internal enum IntermittentKind
{
    /// <summary>Mean size over mean interval, both updated when something occurs (Croston 1972).</summary>
    Croston,

    /// <summary>The same, less its bias (Syntetos and Boylan 2005).</summary>
    Sba,

    /// <summary>Chance times mean size, the chance updated at every step, so that a series that ends fades (Teunter, Syntetos and Babai 2011).</summary>
    Tsb,
}
