namespace CrimeInsight.Core.Import.Reading;

/// <summary>Where a cell stands in the text of its row, without quotes around it.</summary>
/// <param name="IsEscaped">It was quoted and holds quotes, each written twice.</param>
internal readonly record struct RawCell(int Start, int Length, bool IsEscaped)
{
    /// <summary>Takes one of each two quotes out of the text of its row, in place.</summary>
    public RawCell Unescape(Span<char> row)
    {
        var text = row.Slice(Start, Length);
        var length = 0;
        for (var from = 0; from < text.Length; from++)
        {
            text[length++] = text[from];
            if (text[from] == '"')
                from++;
        }

        return new RawCell(Start, length, false);
    }
}
