
namespace CrimeInsight.Core.Import.Reading;

/// <summary>Finds the delimiter of a file from its first line.</summary>
internal static class HeaderSniffer
{
    private static readonly char[] s_candidates = [',', ';', '\t', '|'];

    /// <summary>Skips blank lines and a spreadsheet's <c>sep=;</c>, sets the reader's delimiter, and returns it.</summary>
    /// <param name="declared">The mapping's delimiter.</param>
    /// <param name="wanted">Column names to be found.</param>
    /// <exception cref="ImportRefusedException">Empty, or separated by nothing known, or otherwise than declared.</exception>
    public static char Find(CsvRecordReader reader, string? declared, IReadOnlySet<string> wanted)
    {
        var line = FirstLine(reader);
        if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5)
        {
            declared ??= line[4..];
            reader.SkipLine();
            line = FirstLine(reader);
        }

        var best = s_candidates.MaxBy(candidate => Score(line, candidate, wanted));
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

    private static string FirstLine(CsvRecordReader reader)
    {
        while (true)
        {
            var head = reader.Head();
            if (head.IsEmpty)
                throw new ImportRefusedException(FileProblem.Empty);
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
