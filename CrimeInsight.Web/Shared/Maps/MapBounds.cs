namespace CrimeInsight.Web.Shared.Maps;

/// <summary>A box in degrees.</summary>
public readonly record struct MapBounds(double South, double West, double North, double East)
{
    /// <summary>India with its islands.</summary>
    public static MapBounds India { get; } = new(6.5, 68, 37.2, 97.5);

    /// <summary>How far the map can be dragged.</summary>
    public static MapBounds AroundIndia { get; } = new(-30, 36, 62, 130);
}
