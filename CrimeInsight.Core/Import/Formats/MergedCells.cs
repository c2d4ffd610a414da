using System.Globalization;
using System.Xml;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Cells of a sheet that are merged down: the text of their first row holds for all of them.</summary>
internal sealed class MergedCells
{
    private const int MostRanges = 1 << 20;

    private readonly List<(int From, int Until, int Column)> _ranges;
    private readonly string?[] _texts;

    // Those that the last row lies in.
    private readonly List<int> _open = [];
    private int _next;

    private MergedCells(List<(int From, int Until, int Column)> ranges)
    {
        _ranges = ranges;
        _texts = new string?[ranges.Count];
    }

    /// <summary>Null when there are none.</summary>
    public static MergedCells? Of(WorkbookParts parts, string path)
    {
        var ranges = new List<(int From, int Until, int Column)>();
        using var reader = parts.Open(path);
        // They stand behind the rows.
        if (reader.ReadToFollowing("sheetData", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"))
            reader.Skip();
        do
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "mergeCell" || RangeOf(reader.GetAttribute("ref")) is not { } range)
                continue;
            if (ranges.Count == MostRanges)
                throw new ImportRefusedException(FileProblem.TooLarge);
            ranges.Add(range);
        }
        while (reader.Read());
        ranges.Sort();
        return ranges.Count == 0 ? null : new MergedCells(ranges);
    }

    /// <param name="row">From 0, one after another.</param>
    public void Fill(int row, List<string?> cells)
    {
        _open.RemoveAll(range => IsOver(range, row));
        for (; _next < _ranges.Count && _ranges[_next].From <= row; _next++)
            _open.Add(_next);
        foreach (var range in _open)
        {
            var (from, _, column) = _ranges[range];
            while (cells.Count <= column)
                cells.Add(null);
            if (from == row)
                _texts[range] = cells[column];
            else
                cells[column] = _texts[range];
        }
    }

    private bool IsOver(int range, int row)
    {
        if (_ranges[range].Until >= row)
            return false;
        _texts[range] = null;
        return true;
    }

    private static (int From, int Until, int Column)? RangeOf(string? reference) =>
        reference?.Split(':') is [var from, var until] && RowOf(from) is { } first && RowOf(until) is { } last && last > first
            ? (first, last, ColumnOf(from))
            : null;

    private static int? RowOf(string cell) =>
        int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$").TrimStart('$'), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row - 1
            : null;

    private static int ColumnOf(string cell)
    {
        var column = 0;
        foreach (var letter in cell)
            if (letter is >= 'A' and <= 'Z' && column < 20_000)
                column = column * 26 + (letter - 'A' + 1);
        return Math.Max(0, column - 1);
    }
}
