namespace CrimeInsight.Core.Import.Counts;

/// <summary>
/// A table as it stands in a sheet: title rows, a header of one to three lines with merged cells, perhaps a line of column numbers, then its
/// rows. Found by content: the first row of words and numbers is the first of the rows, and what stands just above it is the header.
/// </summary>
/// <param name="Titles">What stands above the header.</param>
internal sealed record Grid(IReadOnlyList<string> Titles, IReadOnlyList<GridColumn> Columns, IReadOnlyList<string[]> Rows)
{
    private const int MostHeaderLines = 3;

    /// <summary>Number of the first row, from 1, blank ones not counted.</summary>
    public int FirstRow { get; private init; }

    /// <summary>Null when the records are no table: one column, no header, or no row of numbers.</summary>
    public static Grid? Find(IReadOnlyList<string[]> records)
    {
        var first = 0;
        while (first < records.Count && !IsRow(records[first]))
            first++;
        if (first == records.Count || first == 0)
            return null;
        var last = first - 1;
        // Between header and rows may stand numbers of columns, and the name of a group of rows.
        while (last >= 0 && (IsNumbering(records[last]) || Filled(records[last]) < 2))
            last--;
        var top = last;
        while (top > 0 && last - top + 1 < MostHeaderLines && IsHeaderLine(records[top - 1], records[last]))
            top--;
        if (last < 0)
            return null;
        var rows = records.Skip(first).Where(row => !IsNumbering(row)).ToList();
        var parts = Parts([.. records.Take(last + 1).Skip(top)]);
        return parts.Count < 2 ? null : new Grid(
            [.. records.Take(top).Select(title => string.Join(" ", title.Where(cell => cell.Length > 0)))],
            [.. parts.Select((names, index) => GridColumn.Of(index, names, rows))],
            rows)
        {
            FirstRow = first + 1,
        };
    }

    // Words and numbers beside each other; numbers that are all years are a line of the header.
    private static bool IsRow(string[] cells)
    {
        var filled = cells.Where(cell => !GridCell.IsBlank(cell)).ToList();
        var numbers = filled.Where(cell => GridCell.Number(cell) is not null).ToList();
        return numbers.Count > 0 && numbers.Count < filled.Count && filled.Count >= Math.Min(3, cells.Length)
            && !numbers.TrueForAll(cell => GridCell.Year(cell) is not null);
    }

    // (1) (2) (3), or 1 2 3 below the header.
    private static bool IsNumbering(string[] cells)
    {
        var filled = cells.Where(cell => cell.Length > 0).Select(cell => GridCell.Whole(cell.Trim('(', ')', '[', ']', '.'))).ToList();
        return filled.Count >= 3 && filled.TrueForAll(number => number is not null) && filled.Zip(filled.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private static bool IsHeaderLine(string[] cells, string[] below) =>
        Filled(cells) >= 2 && cells.Length >= below.Length - 1 && !cells.Any(cell => cell.StartsWith("table", StringComparison.OrdinalIgnoreCase));

    private static int Filled(string[] cells) => cells.Count(cell => cell.Length > 0);

    private static List<string[]> Parts(List<string[]> lines)
    {
        var width = lines.Max(line => line.Length);
        var parts = new List<string[]>(width);
        var over = new string[lines.Count];
        for (var column = 0; column < width; column++)
        {
            for (var line = 0; line < lines.Count; line++)
            {
                var cell = column < lines[line].Length ? lines[line][column] : "";
                // A merged cell stands over the blank ones to its right, as long as those below name columns of their own.
                var isMerged = cell.Length == 0 && lines.Skip(line + 1).Any(below => column < below.Length && below[column].Length > 0);
                over[line] = isMerged ? over[line] ?? "" : cell;
            }

            parts.Add([.. over.Where(part => !string.IsNullOrEmpty(part)).Distinct(StringComparer.OrdinalIgnoreCase)]);
        }

        return parts;
    }
}
