namespace CrimeInsight.Core.Spatial.Concentration;

/// <summary>A point of the curve of concentration.</summary>
/// <param name="PlaceShare">Share of the places, most events first, 0 … 1.</param>
/// <param name="EventShare">Share of the events at them, 0 … 1.</param>
public readonly record struct ConcentrationPoint(double PlaceShare, double EventShare);
