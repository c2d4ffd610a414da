using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CrimeInsight.Benchmarks.Views;

/// <summary>Finds the figures in what the site answered.</summary>
internal static partial class ViewReader
{
    /// <summary>What was not answered is the status it was refused with.</summary>
    public static ViewFigures Refused(HttpStatusCode status) =>
        new(ViewKind.Bytes, ["status"], [[((int)status).ToString(CultureInfo.InvariantCulture)]]);

    public static ViewFigures Bytes(byte[] content) => new(ViewKind.Bytes, ["sha256"], [[Convert.ToHexStringLower(SHA256.HashData(content))]]);

    /// <summary>Every text of a page that holds a figure, the figure apart from the words around it.</summary>
    public static ViewFigures Page(string html)
    {
        var main = MainPart().Match(html) is { Success: true } found ? found.Value : html;
        var texts = Texts().Matches(Unseen().Replace(main, "")).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Trim());
        return new ViewFigures(ViewKind.Page, ["figure", "text"],
            [.. texts.SelectMany(text => Number().Matches(text).Select(number => ImmutableArray.Create(number.Value, text)))]);
    }

    /// <summary>A CSV file (RFC 4180); its first record is the header.</summary>
    public static ViewFigures Csv(string text)
    {
        var records = Records(text.TrimStart('\uFEFF')).ToList();
        return new ViewFigures(ViewKind.Table, records.Count > 0 ? records[0] : [], [.. records.Skip(1)]);
    }

    private static IEnumerable<ImmutableArray<string>> Records(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            if (isQuoted || letter is not (',' or '\n'))
            {
                cell.Append(letter);
                continue;
            }

            cells.Add(Bare(cell));
            if (letter == ',')
                continue;
            yield return [.. cells];
            cells.Clear();
        }

        if (cell.Length > 0 || cells.Count > 0)
            yield return [.. cells, Bare(cell)];
    }

    private static string Bare(StringBuilder cell)
    {
        var text = cell.ToString().TrimEnd('\r');
        cell.Clear();
        return text.StartsWith('"') && text.EndsWith('"') && text.Length > 1 ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<(script|style|svg|option)\\b.*?</\\1>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(">([^<]*\\d[^<]*)(?=<)")]
    private static partial Regex Texts();

    [GeneratedRegex("[-−]?\\d[\\d,.]*(?<=\\d)")]
    private static partial Regex Number();
}
