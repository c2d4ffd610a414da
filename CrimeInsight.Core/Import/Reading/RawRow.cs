namespace CrimeInsight.Core.Import.Reading;

/// <summary>A row as its source has it: cells of text. Valid until the source reads on.</summary>
/// <param name="row">As a spreadsheet counts: the header is row 1, blank rows count.</param>
/// <param name="line">On which the row begins, from 1.</param>
/// <param name="text">The whole of it; of a row with a fault the line on which it stands.</param>
/// <param name="cells">Where its cells are in the text.</param>
/// <param name="fault">What is wrong with it as a whole; then it has no cells.</param>
internal readonly ref struct RawRow(long row, long line, ReadOnlySpan<char> text, ReadOnlySpan<RawCell> cells, CsvFault fault = CsvFault.None)
{
    private readonly ReadOnlySpan<RawCell> _cells = cells;

    public long Row { get; } = row;

    public long Line { get; } = line;

    public CsvFault Fault { get; } = fault;

    public ReadOnlySpan<char> Text { get; } = text;

    public int CellCount => _cells.Length;

    /// <summary>A cell without surrounding blanks.</summary>
    public ReadOnlySpan<char> this[int index] => Text.Slice(_cells[index].Start, _cells[index].Length).Trim();
}
