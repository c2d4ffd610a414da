using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots.SpaceTimeCube;

/// <summary>As <see cref="EmergingHotspotsMethod"/> has them.</summary>
public sealed record EmergingHotspotsSettings : HotspotSettings
{
    /// <summary>Nearest places a place is looked at with, 1 … <see cref="NeighbourSettings.MostNeighbours"/>.</summary>
    public int Neighbours
    {
        get;
        init
        {
            Guard.Between(value, 1, NeighbourSettings.MostNeighbours, nameof(Neighbours));
            field = value;
        }
    } = NeighbourSettings.UsualNeighbours;

    /// <summary>How many months before its own belong to a bin's neighbourhood.</summary>
    public int EarlierSteps { get; init; } = 1;

    /// <summary>Conditional permutations per bin.</summary>
    public int Permutations { get; init; } = 9_999;

    /// <summary>Fewest months of the cube; shorter periods are lengthened to them.</summary>
    public int LeastMonths { get; init; } = 24;

    /// <summary>Last months whose cases a finding tells, beside those of the mean place.</summary>
    public int RecentMonths { get; init; } = 12;
}
