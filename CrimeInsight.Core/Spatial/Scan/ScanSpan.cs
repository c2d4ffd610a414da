namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Which windows are tried.</summary>
public enum ScanSpan
{
    /// <summary>Circles over the whole time.</summary>
    Space,

    /// <summary>Cylinders: circles over any run of periods up to the longest duration (retrospective).</summary>
    SpaceTime,

    /// <summary>Cylinders that last until the final period: what is going on now.</summary>
    Prospective,
}
