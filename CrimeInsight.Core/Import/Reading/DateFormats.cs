using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>
/// Spells formats of dates and times as they must be: <c>DD-MM-YYYY</c>, <c>dd-mm-yyyy</c> and <c>%d-%m-%Y</c> are
/// <c>dd-MM-yyyy</c>. Letters of the wrong case would read wrong dates, or none, in silence.
/// </summary>
internal static partial class DateFormats
{
    /// <summary>The right spelling; the format itself when it is right.</summary>
    /// <param name="isTime">For a column of times alone.</param>
    public static string Spell(string format, bool isTime)
    {
        var pieces = Pieces().Matches(FromPercents(format)).Select(match => match.Value).ToList();
        var spelt = new StringBuilder();
        var letters = pieces.ToList();
        for (var i = 0; i < pieces.Count; i++)
            letters[i] = IsUnit(pieces[i]) ? Unit(pieces, letters, i, isTime) : pieces[i];
        if (letters.TrueForAll(piece => !piece.StartsWith('t')))
            letters = [.. letters.Select(piece => piece.StartsWith('h') ? piece.Replace('h', 'H') : piece)];
        foreach (var piece in letters)
            spelt.Append(piece);
        return spelt.ToString();
    }

    /// <summary>What a format lacks: a date needs day, month and year, a time hours or minutes. Null when nothing.</summary>
    public static string? Lacks(string format, bool isTime)
    {
        // One letter is a whole standard format.
        var pattern = format.Length == 1 ? CultureInfo.InvariantCulture.DateTimeFormat.GetAllDateTimePatterns(format[0])[0] : format;
        var units = Pieces().Matches(pattern).Select(match => match.Value[0]).ToHashSet();
        if (isTime)
            return units.Contains('H') || units.Contains('h') || units.Contains('m') ? null : "hours (HH) or minutes (mm)";
        string?[] missing = [units.Contains('d') ? null : "day (dd)", units.Contains('M') ? null : "month (MM)", units.Contains('y') ? null : "year (yyyy)"];
        var named = missing.OfType<string>().ToList();
        return named.Count == 0 ? null : string.Join(", ", named);
    }

    private static bool IsUnit(string piece) => char.IsAsciiLetter(piece[0]);

    private static string Unit(List<string> pieces, List<string> spelt, int at, bool isTime)
    {
        var piece = pieces[at];
        var length = piece.Length;
        return piece.ToLowerInvariant() switch
        {
            "hh24" or "h24" => "HH",
            "hh12" => "hh",
            "mi" => "mm",
            "mon" => "MMM",
            "month" => "MMMM",
            "am" or "pm" or "am/pm" or "a" => "tt",
            _ => piece[0] switch
            {
                'D' => new string('d', length),
                'Y' => new string('y', length),
                'S' when length <= 2 => new string('s', length),
                'S' => new string('f', length),
                'm' or 'M' => new string(IsMinute(pieces, spelt, at, isTime) ? 'm' : 'M', length),
                _ => piece,
            },
        };
    }

    // Minutes stand behind hours or before seconds, a colon, dot or nothing between; months beside days and years.
    private static bool IsMinute(List<string> pieces, List<string> spelt, int at, bool isTime)
    {
        if (pieces[at].Length > 2)
            return false;
        var before = at > 0 && pieces[at - 1] is ":" or "." ? at - 2 : at - 1;
        if (before >= 0 && pieces[before][0] is 'H' or 'h')
            return true;
        var after = at + 1 < pieces.Count && pieces[at + 1] is ":" or "." ? at + 2 : at + 1;
        if (after < pieces.Count && pieces[after][0] is 's' or 'S')
            return true;
        return isTime && !pieces.Exists(piece => piece[0] is 'd' or 'D' or 'y' or 'Y') && spelt[at][0] == 'm';
    }

    private static string FromPercents(string format) => Percents().Count(format) < 2 ? format : Percents().Replace(format, match => match.Value[1] switch
    {
        'd' => "dd",
        'm' => "MM",
        'Y' => "yyyy",
        'y' => "yy",
        'H' => "HH",
        'I' => "hh",
        'M' => "mm",
        'S' => "ss",
        'b' => "MMM",
        'B' => "MMMM",
        'p' => "tt",
        _ => match.Value,
    });

    // Quoted text, words of other notations, runs of one letter, and signs.
    [GeneratedRegex(
        @"'[^']*'|""[^""]*""|\\.|hh24|hh12|HH24|HH12|(?i:month|mon(?!t)|mi(?![a-z])|am/pm|\b[ap]m\b)|([A-Za-z])\1*|.",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Pieces();

    [GeneratedRegex("%[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Percents();
}
