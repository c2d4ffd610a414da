namespace CrimeInsight.Core.Import.Reading;

/// <summary>Tells rows that are none: totals, notes under a table, and the header once more on the next page.</summary>
internal static class FooterRule
{
    private const int MostNoteCells = 2;
    private const int MostWordChars = 40;

    /// <param name="header">Of the file.</param>
    public static bool IsFooter(in RawRow record, IReadOnlyList<string> header)
    {
        if (record.Fault != CsvFault.None)
            return false;
        int filled = 0, first = -1, same = 0;
        for (var i = 0; i < record.CellCount; i++)
        {
            if (record[i].IsEmpty)
                continue;
            filled++;
            first = first < 0 ? i : first;
            if (i < header.Count && record[i].Equals(header[i], StringComparison.OrdinalIgnoreCase))
                same++;
        }

        if (filled == 0)
            return true;
        if (same == filled && same > 1)
            return true;
        var text = record[first];
        return (filled < header.Count && IsTotal(text)) || (filled <= MostNoteCells && header.Count > MostNoteCells + 1 && (filled == 1 || IsNote(text)));
    }

    /// <summary>"Total", "Grand Total (IPC)", कुल योग.</summary>
    public static bool IsTotal(ReadOnlySpan<char> text) => Begins(text, ImportWords.Total);

    /// <summary>"Note: …", "Source - NCRB", "Page 3 of 7".</summary>
    public static bool IsNote(ReadOnlySpan<char> text) => Begins(text, ImportWords.Note);

    // The whole, or its first or first two words.
    private static bool Begins(ReadOnlySpan<char> text, string kind)
    {
        if (text.Length <= MostWordChars && ImportWords.Has(kind, text))
            return true;
        var end = text.IndexOfAny(" :-–(.*,".AsSpan());
        if (end is <= 0 or > MostWordChars)
            return false;
        if (ImportWords.Has(kind, text[..end]))
            return true;
        var more = text[(end + 1)..].IndexOfAny(" :-–(.*,".AsSpan());
        return more > 0 && end + 1 + more <= MostWordChars && ImportWords.Has(kind, text[..(end + 1 + more)]);
    }
}
