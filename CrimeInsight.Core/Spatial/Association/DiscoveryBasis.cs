namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Which p-values are corrected for the number of places.</summary>
public enum DiscoveryBasis
{
    /// <summary>Those of the permutations. Safe for counts, whose sums are far from normal.</summary>
    Permutations,

    /// <summary>Those of the normal approximation, as spdep's <c>p.adjust(…, "fdr")</c> is mostly used. Flags too much on skewed counts.</summary>
    Normal,
}
