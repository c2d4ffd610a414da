using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace CrimeInsight.Core.Boundaries;

/// <summary>The grid of 0.0001° (11 m) that loaded boundaries lie on, and what their readers share.</summary>
internal static class AreaGrid
{
    public const double CellDegrees = 1e-4;
    private const int LongestValue = 200;
    private const int WorldGeodetic = 4326;

    public static PrecisionModel Precision { get; } = new(1 / CellDegrees);

    public static GeometryFactory Factory { get; } = new(Precision, WorldGeodetic);

    /// <summary>For coordinates as a file has them: millions take less room as plain numbers.</summary>
    public static GeometryFactory Plain { get; } = new(new PrecisionModel(), WorldGeodetic, PackedCoordinateSequenceFactory.DoubleFactory);

    /// <summary>Keeps what a file says of an area, where it may be a name or code.</summary>
    public static void Keep(Dictionary<string, string> values, string column, string? value)
    {
        if (value?.Trim().Trim('\0') is { Length: > 0 and <= LongestValue } text)
            values.TryAdd(column, text);
    }
}
