using System.Globalization;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>Reads the path data of an SVG outline: move, line and close commands, absolute and relative.</summary>
internal static class SvgPath
{
    /// <summary>Closed rings in SVG units, y down; the first point is not repeated.</summary>
    /// <exception cref="FormatException">A command that outlines do not use, or half a coordinate.</exception>
    public static List<List<(double X, double Y)>> ReadRings(ReadOnlySpan<char> data)
    {
        var rings = new List<List<(double X, double Y)>>();
        var ring = new List<(double X, double Y)>();
        var (x, y, command, position) = (0.0, 0.0, 'M', 0);
        while (SkipSeparators(data, ref position))
        {
            if (char.IsAsciiLetter(data[position]))
            {
                command = data[position++];
                if (command is 'z' or 'Z')
                    (x, y) = Close(rings, ref ring, (x, y));
                continue;
            }

            var (a, b) = (ReadNumber(data, ref position), ReadNumber(data, ref position));
            (x, y, command) = command switch
            {
                'm' => (x + a, y + b, 'l'),
                'M' => (a, b, 'L'),
                'l' => (x + a, y + b, 'l'),
                'L' => (a, b, 'L'),
                _ => throw new FormatException($"The outline uses the path command '{command}'; only m, l and z are known."),
            };
            ring.Add((x, y));
        }

        Close(rings, ref ring, (x, y));
        return rings;
    }

    private static (double X, double Y) Close(List<List<(double X, double Y)>> rings, ref List<(double X, double Y)> ring, (double X, double Y) at)
    {
        if (ring.Count == 0)
            return at;
        var first = ring[0];
        if (ring.Count >= 3)
            rings.Add(ring);
        ring = [];
        return first;
    }

    private static bool SkipSeparators(ReadOnlySpan<char> data, ref int position)
    {
        while (position < data.Length && (char.IsWhiteSpace(data[position]) || data[position] == ','))
            position++;
        return position < data.Length;
    }

    private static double ReadNumber(ReadOnlySpan<char> data, ref int position)
    {
        SkipSeparators(data, ref position);
        var start = position;
        while (position < data.Length && IsNumberPart(data, position, start))
            position++;
        return double.TryParse(data[start..position], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"The outline has no number at character {start} of a path.");
    }

    private static bool IsNumberPart(ReadOnlySpan<char> data, int position, int start) => data[position] switch
    {
        >= '0' and <= '9' or '.' or 'e' or 'E' => true,
        '-' or '+' => position == start || data[position - 1] is 'e' or 'E',
        _ => false,
    };
}
