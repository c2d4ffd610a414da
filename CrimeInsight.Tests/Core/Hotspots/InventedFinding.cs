using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Tests.Core.Hotspots;

internal sealed record InventedFinding : HotspotFinding
{
    public double Guess { get; init; }
}
