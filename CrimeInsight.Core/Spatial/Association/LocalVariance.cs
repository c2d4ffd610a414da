namespace CrimeInsight.Core.Spatial.Association;

/// <summary>What is held fixed when expectation and variance of local Moran's I are worked out.</summary>
public enum LocalVariance
{
    /// <summary>The place's own value; the others are exchangeable (Sokal, Oden and Thomson 1998, eqs. 6 and 7).</summary>
    Conditional,

    /// <summary>Nothing; all values are exchangeable (Anselin 1995, eqs. 13 and 14).</summary>
    Total,
}
