namespace CrimeInsight.Core.Import.Reading;

/// <summary>Finds and reads the header of a file: in the row a mapping names, else in the first that holds most of what is wanted.</summary>
internal static class HeaderFinder
{
    private const int MostTitles = 30;

    /// <summary>Leaves the reader behind the header.</summary>
    /// <exception cref="ImportRefusedException">There is none, or it cannot be read.</exception>
    public static string[] Read(CsvRecordReader reader, ImportMapping mapping, string encodingName)
    {
        var row = Row(reader, mapping);
        do
        {
            if (!reader.Read())
                throw new ImportRefusedException(FileProblem.Empty);
        }
        while (reader.Row < row);
        var header = Cells(reader, encodingName);
        for (var more = 1; more < (RejectColumns.AreIn(header) ? 1 : mapping.HeaderRows ?? 1); more++)
        {
            if (!reader.Read())
                throw new ImportRefusedException(FileProblem.HeaderOnly);
            header = Join(header, Cells(reader, encodingName));
        }

        return header;
    }

    /// <summary>
    /// A name over several columns belongs to each of them: "Victim" above "Age" and "Gender" makes "Victim Age" and "Victim Gender". A name that is
    /// merged down stands in both rows and is one.
    /// </summary>
    public static string[] Join(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var joined = new string[Math.Max(upper.Count, lower.Count)];
        var group = "";
        for (var i = 0; i < joined.Length; i++)
        {
            var above = i < upper.Count ? upper[i] : "";
            var below = i < lower.Count ? lower[i] : "";
            if (above.Length > 0)
                group = above;
            joined[i] = (below.Length == 0 || below == above ? above : $"{group} {below}").Trim();
        }

        return joined;
    }

    private static string[] Cells(CsvRecordReader reader, string encodingName)
    {
        if (reader.Fault != CsvFault.None || reader.Current.Text.ContainsAny(TextSource.Undecodable, '\0'))
            throw new ImportRefusedException(FileProblem.HeaderUnreadable, encodingName);
        return [.. reader.Cells().Select(Visible)];
    }

    // A mended file of rejects has its header in the first row, wherever that of its source stood.
    private static long Row(CsvRecordReader reader, ImportMapping mapping)
    {
        var peek = reader.Peek();
        var wanted = FileLayout.Wanted(mapping);
        var best = (Row: 0L, Known: 1);
        for (var i = 0; i < MostTitles && peek.Read() && best.Known < wanted.Count; i++)
        {
            if (peek.Fault != CsvFault.None)
                continue;
            string[] cells = [.. peek.Cells().Select(Visible)];
            if (i == 0 && RejectColumns.AreIn(cells))
                return 0;
            if (mapping.HeaderRow is { } told)
                return told;
            var known = cells.Where(cell => cell.Length > 0 && wanted.Contains(cell)).Distinct(HeaderNames.Comparer).Count();
            if (known > best.Known)
                best = (peek.Row, known);
        }

        return best.Row;
    }

    private static string Visible(string cell)
    {
        var visible = new char[cell.Length];
        return new string(visible, 0, PlainText.Visible(cell, visible)).Trim();
    }
}
