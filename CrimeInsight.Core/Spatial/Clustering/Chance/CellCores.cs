namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>The core points in a cell: all of one cluster, as they are within ε of each other.</summary>
/// <param name="Label">Their cluster.</param>
/// <param name="From">The first of them among all core points.</param>
internal readonly record struct CellCores(int Label, int From, int Count);
