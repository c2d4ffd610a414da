namespace CrimeInsight.Core.Hotspots;

/// <summary>How hotspots are looked for.</summary>
public enum HotspotMethod
{
    /// <summary>Places that have, with their neighbours, more cases than chance allows (Getis–Ord Gi*).</summary>
    Neighbours,

    /// <summary>Places that are like or unlike their neighbours (local Moran's I).</summary>
    Likeness,

    /// <summary>Circles with more cases of late than place and time alone explain (prospective space-time permutation scan).</summary>
    Recent,

    /// <summary>What has become of places and their neighbours over two or three years (emerging hotspots of a space-time cube).</summary>
    Emerging,

    /// <summary>Small cells that hold, with those around them, more single cases than chance allows (Gi* over hexagons).</summary>
    Cells,

    /// <summary>Crowds of single cases that are more than what they are compared with explains (DBSCAN, tested by random labelling).</summary>
    Clusters,

    /// <summary>Land where single cases lie denser than what they are compared with explains (relative risk of two kernel densities).</summary>
    Density,
}
