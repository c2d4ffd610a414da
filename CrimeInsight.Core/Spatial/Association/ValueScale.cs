namespace CrimeInsight.Core.Spatial.Association;

/// <summary>The scale on which values are compared.</summary>
public enum ValueScale
{
    /// <summary>As they are.</summary>
    AsGiven,

    /// <summary>ln(1 + value), for counts of small cells: one enormous cell then hides no hotspot of several raised cells.</summary>
    Logarithm,
}
