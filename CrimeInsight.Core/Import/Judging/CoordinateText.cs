using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Reads coordinates in the ways people write them: <c>13.0827</c>, <c>13,0827</c>, <c>13.0827 N</c>, <c>N 13.0827</c>, <c>13°04'57.7"N</c>,
/// <c>13 04 57.7</c>, <c>1.30827E+01</c>, and both in one cell: <c>13.0827, 80.2707</c>, <c>POINT(80.2707 13.0827)</c>, links to a map.
/// </summary>
internal static partial class CoordinateText
{
    private const int MostChars = 120;

    // Letters of the compass, or its words in English, Hindi and Tamil.
    private const string Sides = "n(?:orth)?|s(?:outh)?|e(?:ast)?|w(?:est)?|उ(?:त्तर)?|द(?:क्षिण)?|पू(?:र्व)?|प(?:श्चिम)?"
        + "|வ(?:டக்கு)?|தெ(?:ற்கு)?|கி(?:ழக்கு)?|மே(?:ற்கு)?";

    private const int SecondDecimals = 4, MinuteDecimals = 1;

    private static readonly SearchValues<char> s_exact = SearchValues.Create(".nsew°");

    /// <summary>One coordinate; null when it is none.</summary>
    public static Angle? Read(string text)
    {
        var plain = PlainText.Of(text);
        if (plain.Length > MostChars)
            return null;
        if (Power().Match(plain) is { Success: true } power)
            return OfPower(power);
        if (One().Match(plain) is not { Success: true } match)
            return null;
        if (!NumberText.TryRead(match.Groups["degrees"].Value, isGrouped: false, out var degrees))
            return null;
        decimal minutes = 0, seconds = 0;
        var (minuteText, secondText) = (match.Groups["minutes"].Value, match.Groups["seconds"].Value);
        if (minuteText.Length > 0 && (!NumberText.TryRead(minuteText, isGrouped: false, out minutes) || minutes >= 60))
            return null;
        if (secondText.Length > 0 && (!NumberText.TryRead(secondText, isGrouped: false, out seconds) || seconds >= 60))
            return null;
        var hemisphere = match.Groups["side"].Captures is [var side, ..] ? SideOf(side.Value) : ' ';
        var size = (double)(Math.Abs(degrees) + minutes / 60 + seconds / 3600);
        var decimals = secondText.Length > 0 ? SecondDecimals
            : minuteText.Length > 0 ? MinuteDecimals + Decimals(minuteText)
            : Decimals(match.Groups["degrees"].Value);
        return new Angle(degrees < 0 || hemisphere is 'S' or 'W' ? -size : size, decimals) { Hemisphere = hemisphere };
    }

    /// <summary>Both in one cell, latitude first unless it says otherwise; null when they are not there.</summary>
    public static (Angle Latitude, Angle Longitude)? ReadPair(string text)
    {
        var plain = PlainText.Of(text);
        if (plain.Length > MostChars)
            return Link().Match(plain) is { Success: true } far ? Both(far.Groups["y"].Value, far.Groups["x"].Value) : null;
        if (Link().Match(plain) is { Success: true } link)
            return Both(link.Groups["y"].Value, link.Groups["x"].Value);
        if (Point().Match(plain) is { Success: true } point)
            return Both(point.Groups["y"].Value, point.Groups["x"].Value);
        plain = plain.Trim('(', ')', '[', ']', '{', '}').Replace("geo:", "", StringComparison.Ordinal);
        string[] separators = [";", "|", "/", ", ", " ,", "\t"];
        foreach (var separator in separators)
            if (plain.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, var second])
                return Both(first, second);
        // A lone comma parts two numbers only where each has a decimal point, or a side of the globe.
        if (plain.Split(',') is [var left, var right] && left.AsSpan().ContainsAny(s_exact) && right.AsSpan().ContainsAny(s_exact))
            return Both(left, right);
        return Sided().Match(plain) is { Success: true } sided ? Both(sided.Groups["first"].Value, sided.Groups["second"].Value)
            : plain.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var one, var two] && IsExact(one) && IsExact(two) ? Both(one, two)
            : null;
    }

    private static (Angle, Angle)? Both(string first, string second)
    {
        if (Read(first.Trim()) is not { } one || Read(second.Trim()) is not { } two)
            return null;
        return one.IsEastOrWest && !two.IsEastOrWest ? (two, one) : (one, two);
    }

    // A decimal point, or a decimal comma.
    private static bool IsExact(string number) => number.AsSpan().ContainsAny('.', ',');

    private static char SideOf(string side) => side switch
    {
        ['n', ..] or ['उ', ..] or ['வ', ..] => 'N',
        ['s', ..] or ['द', ..] or ['த', ..] => 'S',
        ['e', ..] or ['प', 'ू', ..] or ['க', ..] => 'E',
        _ => 'W',
    };

    private static Angle? OfPower(Match power)
    {
        var (digits, exponent) = (power.Groups["digits"].Value, int.Parse(power.Groups["power"].Value, CultureInfo.InvariantCulture));
        var isNumber = double.TryParse($"{digits.Replace(',', '.')}e{exponent}", NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees);
        return isNumber ? new Angle(degrees, Math.Max(0, Decimals(digits) - exponent)) : null;
    }

    private static int Decimals(string number)
    {
        var point = number.AsSpan().IndexOfAny('.', ',');
        return point < 0 ? 0 : number.Length - point - 1;
    }

    [GeneratedRegex(
        @"^(?:(?:lat|lon|lng|long)(?:itude)?\.?\s*[:=]?\s*)?(?<side>" + Sides + @")?[\s:]*(?<degrees>[+-]?\d+(?:[.,]\d+)?)\s*"
            + @"(?:(?:(?:°|deg(?:rees)?|d|o)[\s:-]*|(?<=\d)[:-]|(?<=\s))(?<minutes>\d{1,2}(?:[.,]\d+)?)\s*"
            + @"(?:(?:(?:'|min|m)[\s:-]*|(?<=\d)[:-]|(?<=\s))(?<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:""|''|sec|s(?=\s*[nsew]))?)?(?:'|min|m)?)?"
            + @"(?:°|deg(?:rees)?)?\s*(?<side>" + Sides + @")?\.?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex One();

    // As a spreadsheet writes a number in a narrow column.
    [GeneratedRegex(@"^(?<digits>[+-]?\d(?:[.,]\d+)?)e(?<power>[+-]\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Power();

    // https://maps.google.com/?q=13.0827,80.2707, …/@13.0827,80.2707,17z
    [GeneratedRegex(@"^(?:https?://|www\.)[^\s]*[/@=:](?<y>-?\d{1,2}\.\d+)(?:,|%2c)\+?(?:%20)?(?<x>-?\d{1,3}\.\d+)(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:srid=4326;\s*)?point\s*z?\s*\(\s*(?<x>-?[\d.]+)\s+(?<y>-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Point();

    // 13°04'57.7"N 80°16'14.5"E, N13.08 E80.27
    [GeneratedRegex(@"^(?<first>.*\d.*[ns](?:orth|outh)?|[ns].*\d)[\s,]*(?<second>.*\d.*[ew](?:ast|est)?|[ew].*\d.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sided();
}
