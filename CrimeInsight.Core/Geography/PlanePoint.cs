namespace CrimeInsight.Core.Geography;

/// <summary>A place in metres on a local plane.</summary>
public readonly record struct PlanePoint(double X, double Y);
