
namespace CrimeInsight.Core.Import.Reading;

/// <summary>Finds the delimiter of a file from its first line.</summary>
internal static class HeaderSniffer
{
    private const int MostTitles = 30;
    private const int MostHeaderChars = 20_000;
    private static readonly char[] s_candidates = [',', ';', '\t', '|'];

    /// <summary>Skips blank lines and a spreadsheet's <c>sep=;</c>, sets the reader's delimiter, and returns it.</summary>
    /// <param name="declared">The mapping's delimiter.</param>
    /// <param name="wanted">Column names to be found.</param>
    /// <exception cref="ImportRefusedException">Empty, or separated by nothing known, or otherwise than declared.</exception>
    public static char Find(CsvRecordReader reader, string? declared, IReadOnlySet<string> wanted)
    {
        if (Header(reader, ref declared) is not { } first)
            throw new ImportRefusedException(FileProblem.Empty);
        var line = BelowTitles(reader, first, wanted);
        var best = Best(line, wanted);
        if (declared is null)
        {
            reader.Delimiter = best;
            return Score(line, best, wanted) == (0, 1)
                ? throw new ImportRefusedException(FileProblem.DelimiterUnknown, Shorten(line), string.Join(", ", wanted))
                : best;
        }

        if (Score(line, declared[0], wanted).Known == 0 && Score(line, best, wanted).Known > 0)
            throw new ImportRefusedException(FileProblem.DelimiterWrong, Show(declared[0]), Show(best));
        reader.Delimiter = declared[0];
        return declared[0];
    }

    /// <summary>How a delimiter is written in messages.</summary>
    public static string Show(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    /// <summary>As <see cref="Find"/>, for a file of which nothing is declared.</summary>
    /// <returns>False when it is empty.</returns>
    public static bool TrySet(CsvRecordReader reader, IReadOnlySet<string> wanted)
    {
        string? declared = null;
        if (Header(reader, ref declared) is not { } line)
            return false;
        reader.Delimiter = declared?[0] ?? Best(line, wanted);
        return true;
    }

    private static char Best(string line, IReadOnlySet<string> wanted) => s_candidates.MaxBy(candidate => Score(line, candidate, wanted));

    // The line that names most of what is wanted, at least two columns; else the first.
    private static string BelowTitles(CsvRecordReader reader, string first, IReadOnlySet<string> wanted)
    {
        var best = (Line: first, Known: Math.Max(1, Score(first, Best(first, wanted), wanted).Known));
        var lines = 0;
        foreach (var line in reader.Head().EnumerateLines())
        {
            if (++lines > MostTitles)
                break;
            if (line.Length is 0 or > MostHeaderChars)
                continue;
            var text = line.Trim().ToString();
            if (Score(text, Best(text, wanted), wanted).Known is var known && known > best.Known)
                best = (text, known);
        }

        return best.Line;
    }

    // The first line that holds anything but a spreadsheet's declaration; null when there is none.
    private static string? Header(CsvRecordReader reader, ref string? declared)
    {
        var line = FirstLine(reader);
        if (line?.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) != true || line.Length != 5)
            return line;
        declared ??= line[4..];
        reader.SkipLine();
        return FirstLine(reader);
    }

    private static string? FirstLine(CsvRecordReader reader)
    {
        while (true)
        {
            var head = reader.Head();
            if (head.IsEmpty)
                return null;
            var end = head.IndexOfAny('\n', '\r');
            var line = (end < 0 ? head : head[..end]).Trim();
            if (!line.IsEmpty)
                return line.ToString();
            reader.SkipLine();
        }
    }

    private static (int Known, int Columns) Score(string line, char delimiter, IReadOnlySet<string> wanted)
    {
        var reader = new CsvRecordReader(new StringReader(line)) { Delimiter = delimiter };
        if (!reader.Read())
            return (0, 1);
        // A quote left open on this line may be closed on the next.
        if (reader.Fault != CsvFault.None)
            return (0, line.Count(letter => letter == delimiter) + 1);
        var names = reader.Cells();
        return (names.Count(wanted.Contains), names.Length);
    }

    private static string Shorten(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
