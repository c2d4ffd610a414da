namespace CrimeInsight.Core.Import.Counts;

/// <summary>
/// Tells a table of counts, wide (a column for each head, year or month) or long (a column of heads and one of cases), from a file of cases.
/// All of it must hold: whole numbers in columns named like what is counted, some of them above one; nothing dated more finely than by month;
/// no column that only a single case can have; and hardly two rows of the same words and year. A file of cases that is taken for a table could
/// not be imported, so that in doubt it is none.
/// </summary>
internal static class CountTable
{
    private const double LeastDistinct = 0.9;
    private const int LeastRows = 2;

    /// <summary>Null: it is none, as far as these rows show.</summary>
    public static CountEvidence? Find(IReadOnlyList<string[]> records) => Grid.Find(records) is { } grid ? Find(grid) : null;

    public static CountEvidence? Find(Grid grid)
    {
        if (grid.Rows.Count < LeastRows || grid.Columns.Any(column => column.IsDated || CountWords.IsOfOneCase(column.Name)))
            return null;
        var words = grid.Columns.Where(column => column.IsText).ToList();
        var figures = Figures(grid, words);
        if (figures.Count == 0 || words.Count == 0 || figures.TrueForAll(column => column.Greatest < 2))
            return null;
        var keys = grid.Columns.Where(column => !figures.Contains(column) && (column.IsText || column.IsYear || !column.IsNumber)).ToList();
        var distinct = grid.Rows.Select(row => string.Join('\u001F', keys.Select(key => key.Index < row.Length ? row[key.Index] : ""))).Distinct().Count();
        return distinct < LeastDistinct * grid.Rows.Count ? null : new CountEvidence([.. figures.Select(column => column.Name)], grid.Rows.Count);
    }

    // Columns of figures; none where they are not what the table is made of.
    private static List<GridColumn> Figures(Grid grid, List<GridColumn> words)
    {
        var hasYear = grid.Columns.Any(column => column.IsYear && CountWords.IsYear(column.Name));
        var hasPlace = words.Exists(column => CountWords.IsPlace(column.Name));
        var numbers = grid.Columns
            .Where(column => column.IsNumber && !(column.IsYear && CountWords.IsYear(column.Name)) && !CountWords.IsCode(column.Name))
            .ToList();
        var figures = numbers.FindAll(column => column.IsWhole && IsNamed(column));
        var rates = numbers.FindAll(column => !figures.Contains(column) && CountWords.IsRate(column.Name));
        if (rates.Count >= 2 && hasYear && hasPlace && figures.Count + rates.Count == numbers.Count)
            return rates;
        // Long: one count a row. Wide: three at least, or two by place and year, and hardly another number beside them.
        var isLong = figures.Exists(column => CountWords.IsCount(column.Name)) && hasYear && hasPlace;
        var isWide = figures.Count >= (hasYear && hasPlace ? 2 : 3) && (hasYear || hasPlace);
        return (isLong || isWide) && 2 * (figures.Count + rates.Count) > numbers.Count ? figures : [];
    }

    private static bool IsNamed(GridColumn column) =>
        CountWords.IsHead(column.Name) || CountWords.IsCount(column.Name)
        || column.Parts.Any(part => GridCell.Year(part) is not null || CountWords.IsMonth(part) || CountWords.IsTotal(part));
}
