namespace CrimeInsight.Core.Geography;

/// <summary>Cases in one map cell. Cells of one tile may be of several zooms: sensitive heads are never finer than <see cref="MapCell.SensitiveZoom"/>.</summary>
public readonly record struct MapCellCount(int Zoom, int X, int Y, long Cases);
