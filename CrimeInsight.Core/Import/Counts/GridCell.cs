using System.Globalization;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Counts;

/// <summary>What a cell of a table holds, as people write it: 1,23,456 · NA · 12-03-2024.</summary>
internal static partial class GridCell
{
    private const int FirstYear = 1947, LastYear = 2100;
    private static readonly string[] s_blank = ["-", "--", "*", "**", "#", "@", "$", "NA", "N/A", "N.A.", "NIL", "NULL", "NR", "N.R.", "…", "...", "–", "—"];

    /// <summary>Nothing, or a sign for it.</summary>
    public static bool IsBlank(string cell) => cell.Length == 0 || s_blank.Contains(cell, StringComparer.OrdinalIgnoreCase);

    /// <summary>A number, its thousands or lakhs divided or not.</summary>
    public static double? Number(string cell)
    {
        var text = cell.Length > 0 && cell[^1] is '*' or '#' or '@' or '$' or '+' ? cell.TrimEnd('*', '#', '@', '$', '+') : cell;
        if (text.Contains(',', StringComparison.Ordinal) && !Grouped().IsMatch(text))
            return null;
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture,
            out var value) && double.IsFinite(value) ? value : null;
    }

    /// <summary>A count: a whole number, none of them negative.</summary>
    public static long? Whole(string cell) => Number(cell) is { } value and >= 0 and < 1e12 && value == Math.Floor(value) ? (long)value : null;

    /// <summary>A calendar year, also with its sign of a note.</summary>
    public static int? Year(string cell) =>
        cell.Length is >= 4 and <= 6 && !cell.Contains(',', StringComparison.Ordinal) && Whole(cell) is >= FirstYear and <= LastYear and var year
            ? (int)year
            : null;

    /// <summary>
    /// A number that programs keep a day or a moment by: of a spreadsheet since 2000, year, month and day in eight digits, seconds since 1970.
    /// </summary>
    public static bool IsDayNumber(string cell) => cell.Length switch
    {
        5 => Whole(cell) is > 36_525 and < 55_000,
        8 => DateOnly.TryParseExact(cell, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1950 and < 2050,
        10 => Whole(cell) is > 600_000_000 and < 2_500_000_000,
        13 => Whole(cell) is > 600_000_000_000 and < 2_500_000_000_000,
        _ => false,
    };

    /// <summary>Something finer than a year and a month: a day, or a time of day.</summary>
    public static bool IsDay(string cell) => cell.Length is >= 4 and <= 40 && Day().IsMatch(cell);

    // 12-03-2024, 2024/3/12, 12 Mar 2024, Mar 12, 2024, 14:05, ISO with T.
    [GeneratedRegex(
        @"^\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/. ]?\p{L}{3,9}[-/., ]+\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{8}T?\d{0,6}Z?)\b|\b\d{1,2}:\d{2}\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{2,3})*(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
