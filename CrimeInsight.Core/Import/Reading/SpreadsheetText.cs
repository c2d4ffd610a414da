using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Cells that a spreadsheet opens without running anything in them.</summary>
internal static partial class SpreadsheetText
{
    /// <summary>A spreadsheet runs what begins so.</summary>
    public static bool IsRun(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>The cell in a separated file: quoted where it must be, with an apostrophe before what would be run. Numbers are harmless.</summary>
    public static string Cell(string text, char delimiter)
    {
        if (text.Length > 0 && IsRun(text[0]) && !Number().IsMatch(text))
            text = "'" + text;
        return text.AsSpan().ContainsAny("\"\r\n") || text.Contains(delimiter) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    [GeneratedRegex(@"^-\d+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
