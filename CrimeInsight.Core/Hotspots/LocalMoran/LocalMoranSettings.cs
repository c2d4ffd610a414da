namespace CrimeInsight.Core.Hotspots.LocalMoran;

/// <summary>As <see cref="LocalMoranMethod"/> has them.</summary>
public sealed record LocalMoranSettings : NeighbourSettings;
