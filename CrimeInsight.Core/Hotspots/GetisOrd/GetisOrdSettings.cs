namespace CrimeInsight.Core.Hotspots.GetisOrd;

/// <summary>As <see cref="GetisOrdMethod"/> has them.</summary>
public sealed record GetisOrdSettings : NeighbourSettings;
