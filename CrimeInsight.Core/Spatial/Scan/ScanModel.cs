namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>What cases would look like if nothing stood out.</summary>
public enum ScanModel
{
    /// <summary>Every person at risk is equally likely to be a case, wherever and whenever (discrete Poisson, conditional on the total).</summary>
    Poisson,

    /// <summary>Places and times of cases are unrelated: each place keeps its cases and each period its cases, pairs are permuted.</summary>
    Permutation,
}
