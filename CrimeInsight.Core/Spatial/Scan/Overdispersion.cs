namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Whether replicas vary as chance alone lets counts vary, or as these counts do.</summary>
public enum Overdispersion
{
    /// <summary>By chance alone: cases are independent, as in Kulldorff's scan.</summary>
    None,

    /// <summary>As much as estimated from the data, and as long: gamma–Poisson counts with an autocorrelated mean.</summary>
    Auto,
}
