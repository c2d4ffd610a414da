using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Tests.Core.Hotspots;

internal sealed record InventedSettings : HotspotSettings
{
    public int Least { get; init; } = 100;
}
