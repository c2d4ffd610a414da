namespace CrimeInsight.Core.Maps;

/// <summary>Cases in one map cell.</summary>
public readonly record struct MapCellCount(int Zoom, int X, int Y, long Cases);
