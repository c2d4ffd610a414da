namespace CrimeInsight.Core.Hotspots.Concentration;

/// <summary>As <see cref="ConcentrationMethod"/> has them.</summary>
public sealed record ConcentrationSettings : HotspotSettings
{
    /// <summary>Spreads by chance that the cases are compared with.</summary>
    public int Simulations { get; init; } = 199;
}
