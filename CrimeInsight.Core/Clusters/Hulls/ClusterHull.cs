using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Clusters.Hulls;

/// <summary>The outline of a cluster.</summary>
/// <param name="Outline">Corners, the first not repeated; metres or degrees, as the points are. Fewer than three when the points
/// lie at one place or on one line and no margin was asked for.</param>
/// <param name="AreaSquareMetres">Within the outline; 0 or more.</param>
public sealed record ClusterHull(PointSet Outline, double AreaSquareMetres);
