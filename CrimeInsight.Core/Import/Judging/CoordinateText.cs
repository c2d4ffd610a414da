using System.Buffers;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads coordinates in the ways people write them: <c>13.0827</c>, <c>13,0827</c>, <c>13.0827 N</c>, <c>N 13.0827</c>, <c>13°04'57.7"N</c>,
/// <c>13 04 57.7</c>, and both in one cell: <c>13.0827, 80.2707</c>, <c>POINT(80.2707 13.0827)</c>.
/// </summary>
internal static partial class CoordinateText
{
    private const int MostChars = 120;
    private const int SecondDecimals = 4, MinuteDecimals = 1;

    private static readonly SearchValues<char> s_exact = SearchValues.Create(".nsew°");

    /// <summary>One coordinate; null when it is none.</summary>
    public static Angle? Read(string text)
    {
        var plain = PlainText.Of(text);
        if (plain.Length > MostChars || One().Match(plain) is not { Success: true } match)
            return null;
        if (!NumberText.TryRead(match.Groups["degrees"].Value, isGrouped: false, out var degrees))
            return null;
        decimal minutes = 0, seconds = 0;
        var (minuteText, secondText) = (match.Groups["minutes"].Value, match.Groups["seconds"].Value);
        if (minuteText.Length > 0 && (!NumberText.TryRead(minuteText, isGrouped: false, out minutes) || minutes >= 60))
            return null;
        if (secondText.Length > 0 && (!NumberText.TryRead(secondText, isGrouped: false, out seconds) || seconds >= 60))
            return null;
        var hemisphere = match.Groups["side"].Captures is [var side, ..] ? side.Value[0] : ' ';
        var size = (double)(Math.Abs(degrees) + minutes / 60 + seconds / 3600);
        var decimals = secondText.Length > 0 ? SecondDecimals
            : minuteText.Length > 0 ? MinuteDecimals + Decimals(minuteText)
            : Decimals(match.Groups["degrees"].Value);
        return new Angle(degrees < 0 || hemisphere is 's' or 'w' ? -size : size, decimals) { Hemisphere = char.ToUpperInvariant(hemisphere) };
    }

    /// <summary>Both in one cell, latitude first unless it says otherwise; null when they are not there.</summary>
    public static (Angle Latitude, Angle Longitude)? ReadPair(string text)
    {
        var plain = PlainText.Of(text);
        if (plain.Length > MostChars)
            return null;
        if (Point().Match(plain) is { Success: true } point)
            return Both(point.Groups["y"].Value, point.Groups["x"].Value);
        plain = plain.Trim('(', ')', '[', ']', '{', '}').Replace("geo:", "", StringComparison.Ordinal);
        string[] separators = [";", "|", " / ", ", ", " ,", "\t"];
        foreach (var separator in separators)
            if (plain.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, var second])
                return Both(first, second);
        // A lone comma parts two numbers only where each has a decimal point, or a side of the globe.
        if (plain.Split(',') is [var left, var right] && left.AsSpan().ContainsAny(s_exact) && right.AsSpan().ContainsAny(s_exact))
            return Both(left, right);
        return Sided().Match(plain) is { Success: true } sided ? Both(sided.Groups["first"].Value, sided.Groups["second"].Value)
            : plain.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var one, var two] && one.Contains('.') && two.Contains('.') ? Both(one, two)
            : null;
    }

    private static (Angle, Angle)? Both(string first, string second)
    {
        if (Read(first.Trim()) is not { } one || Read(second.Trim()) is not { } two)
            return null;
        return one.Hemisphere is 'E' or 'W' && two.Hemisphere is not ('E' or 'W') ? (two, one) : (one, two);
    }

    private static int Decimals(string number)
    {
        var point = number.AsSpan().IndexOfAny('.', ',');
        return point < 0 ? 0 : number.Length - point - 1;
    }

    [GeneratedRegex(
        """
        ^(?:(?:lat|lon|lng|long)(?:itude)?\.?\s*[:=]?\s*)?(?<side>[nsew])?[\s:]*(?<degrees>-?\d+(?:[.,]\d+)?)\s*
        (?:(?:(?:°|deg(?:rees)?|d|o)[\s:-]*|(?<=\d)[:-]|(?<=\s))(?<minutes>\d{1,2}(?:[.,]\d+)?)\s*
        (?:(?:(?:'|min|m)[\s:-]*|(?<=\d)[:-]|(?<=\s))(?<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:"|''|sec|s(?=\s*[nsew]))?)?(?:'|min|m)?)?
        (?:°|deg(?:rees)?)?\s*(?<side>[nsew])?\.?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex One();

    [GeneratedRegex(@"^(?:srid=4326;\s*)?point\s*z?\s*\(\s*(?<x>-?[\d.]+)\s+(?<y>-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Point();

    // 13°04'57.7"N 80°16'14.5"E, N13.08 E80.27
    [GeneratedRegex(@"^(?<first>.*\d.*[ns]|[ns].*\d)[\s,]*(?<second>.*\d.*[ew]|[ew].*\d.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sided();
}
