using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Settings of a method that looks at places with those nearest to them.</summary>
public abstract record NeighbourSettings : ComparedSettings
{
    /// <summary>Neighbours of a place unless asked otherwise.</summary>
    public const int UsualNeighbours = 8;

    /// <summary>Most neighbours of a place.</summary>
    public const int MostNeighbours = 40;

    /// <summary>Nearest places a place is looked at with, 1 … <see cref="MostNeighbours"/>.</summary>
    public int Neighbours
    {
        get;
        init
        {
            Guard.Between(value, 1, MostNeighbours, nameof(Neighbours));
            field = value;
        }
    } = UsualNeighbours;
}
