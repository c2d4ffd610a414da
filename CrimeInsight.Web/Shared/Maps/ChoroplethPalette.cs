using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>
/// Fills of choropleth classes from low to high: lightness alone tells them apart (each step at least 6 points of L*),
/// running away from the background; hues yellow–green–blue, safe for the common colour-vision deficiencies.
/// </summary>
public static class ChoroplethPalette
{
    /// <summary>What has no value.</summary>
    public const string NoDataLight = "#e3e5e8";

    /// <summary>What has no value, on dark.</summary>
    public const string NoDataDark = "#3a3f45";

    private static readonly (double Red, double Green, double Blue)[] s_stops =
        [(0xFD, 0xF2, 0xA8), (0xB9, 0xDF, 0x8F), (0x62, 0xC0, 0x96), (0x28, 0x97, 0x98), (0x2B, 0x6A, 0x8F), (0x33, 0x3F, 0x7B), (0x2A, 0x10, 0x50)];

    /// <summary>Most classes a palette has.</summary>
    public const int MaxClasses = 7;

    /// <param name="classes">1 … 7.</param>
    /// <param name="isDark">On a dark background low classes are dark.</param>
    public static ImmutableArray<string> Fills(int classes, bool isDark)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, MaxClasses);
        var fills = Enumerable.Range(0, classes).Select(i => At(classes == 1 ? 0.5 : (double)i / (classes - 1)));
        return [.. isDark ? fills.Reverse() : fills];
    }

    private static string At(double position)
    {
        var at = position * (s_stops.Length - 1);
        var stop = Math.Min((int)at, s_stops.Length - 2);
        var (from, until, share) = (s_stops[stop], s_stops[stop + 1], at - stop);
        return $"#{Mix(from.Red, until.Red, share):x2}{Mix(from.Green, until.Green, share):x2}{Mix(from.Blue, until.Blue, share):x2}";
    }

    private static int Mix(double from, double until, double share) => (int)Math.Round(from + share * (until - from));
}
