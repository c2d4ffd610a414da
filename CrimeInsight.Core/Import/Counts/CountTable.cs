namespace CrimeInsight.Core.Import.Counts;

/// <summary>
/// Tells a table of counts, wide (a column for each head, state, year or month) or long (a column of heads and one of cases), from a file of cases.
/// All of it must hold: whole numbers in columns named like what is counted, some of them above one; no column that only a single case can have; and
/// hardly two rows of the same words and year. Where rows are dated, they are counts of days only when the columns leave no doubt. A file of cases that
/// is taken for a table could not be imported, so that in doubt it is none.
/// </summary>
internal static class CountTable
{
    private const double LeastDistinct = 0.9;
    private const int LeastRows = 2;

    /// <summary>Null: it is none, as far as these rows show.</summary>
    public static CountEvidence? Find(IReadOnlyList<string[]> records) => Grid.Find(records) is { } grid ? Find(grid) : null;

    public static CountEvidence? Find(Grid grid)
    {
        if (grid.Rows.Count < LeastRows || grid.Columns.Any(column => CountWords.IsOfOneCase(column.Name)))
            return null;
        var dates = grid.Columns.Where(IsDate).ToList();
        var figures = dates.Count == 0 ? Figures(grid) : DailyFigures(grid, dates);
        if (figures.Count == 0 || figures.TrueForAll(column => column.Greatest < 2))
            return null;
        var keys = grid.Columns.Where(column => !figures.Contains(column)
            && (column.IsText || column.IsYear || !column.IsNumber || CountWords.IsPeriod(column.Name)))
            .ToList();
        var distinct = grid.Rows.Select(row => string.Join('\u001F', keys.Select(key => key.Index < row.Length ? row[key.Index] : ""))).Distinct().Count();
        return keys.Count == 0 || distinct < LeastDistinct * grid.Rows.Count ? null
            : new CountEvidence([.. figures.Select(column => column.Name)], grid.Rows.Count);
    }

    // Columns of figures; none where they are not what the table is made of.
    private static List<GridColumn> Figures(Grid grid)
    {
        var words = grid.Columns.Where(column => column.IsText || column.IsDated).ToList();
        var hasYear = grid.Columns.Any(column => IsYears(column) || CountWords.IsPeriod(column.Name));
        var hasPlace = words.Exists(column => CountWords.IsPlace(column.Name) || CountWords.IsStation(column.Name));
        var hasHeads = words.Exists(column => CountWords.IsHeadColumn(column.Name));
        var numbers = NumbersOf(grid);
        var figures = numbers.FindAll(column => column.IsWhole && IsNamed(column));
        var rates = numbers.FindAll(column => !figures.Contains(column) && CountWords.IsRate(column.Name));
        if (rates.Count >= 2 && hasPlace && figures.Count + rates.Count == numbers.Count && (hasYear || numbers.Count >= 3))
            return figures.Count > 0 ? figures : rates;
        // Long: one count a row. Wide: three at least, or two where they are placed and dated or summed, and hardly another number beside them.
        var isLong = figures.Exists(column => CountWords.IsCount(column.Name)) && (hasPlace || hasHeads);
        var isPlain = hasYear && hasPlace && words.Count > 1 && numbers is [{ IsWhole: true } only] && CountWords.IsFigure(only.Name);
        var isSummed = words.Exists(column => HasTotal(grid, column));
        var isWide = figures.Count >= ((hasYear && (hasPlace || hasHeads)) || isSummed ? 2 : 3) && (hasYear || hasPlace || hasHeads || isSummed);
        if (isPlain)
            return numbers;
        var share = (figures.Count + rates.Count) / (double)Math.Max(1, numbers.Count);
        if (((isLong || isWide) && share > 0.5) || (isLong && hasYear && hasPlace && hasHeads && share >= 0.5))
            return figures;
        return IsCrossed(grid, words, numbers, hasPlace || hasHeads || isSummed) ? numbers : [];
    }

    // Names of rows down one side, whole numbers under names of columns: whatever those are called.
    private static bool IsCrossed(Grid grid, List<GridColumn> words, List<GridColumn> numbers, bool isNamed) =>
        isNamed && words.Count == 1 && numbers.Count >= 3 && numbers.TrueForAll(column => column.IsWhole)
        && grid.Columns.All(column => column.Filled == 0 || words.Contains(column) || numbers.Contains(column) || IsSerial(column))
        && !grid.Columns.Any(column => CountWords.IsOfPerson(column.Name) || IsYears(column));

    // Counts of days: of cases by their name, or of several heads; nothing else that a case has.
    private static List<GridColumn> DailyFigures(Grid grid, List<GridColumn> dates)
    {
        if (dates.Count > 1 || dates[0].HasClock || grid.Columns.Any(column => CountWords.IsOfPerson(column.Name)))
            return [];
        var numbers = NumbersOf(grid).FindAll(column => !dates.Contains(column));
        var figures = numbers.FindAll(column => column.IsWhole
            && (CountWords.IsManyCases(column.Name) || CountWords.IsHead(column.Name) || IsTotalled(column)));
        var isLong = figures.Exists(column => CountWords.IsManyCases(column.Name));
        return (isLong || figures.Count >= 3) && figures.Count == numbers.Count ? figures : [];
    }

    private static List<GridColumn> NumbersOf(Grid grid) =>
        [.. grid.Columns.Where(column => column.IsNumber && !IsYears(column) && !IsSerial(column) && !CountWords.IsPeriod(column.Name))];

    private static bool IsYears(GridColumn column) => column.IsYear && CountWords.IsYear(column.Name);

    // Days and moments, also as the numbers that programs keep them by; the first of a month under "Month" is no day.
    private static bool IsDate(GridColumn column) =>
        (column.IsDated && !CountWords.IsPeriod(column.Name)) || (column.IsWhole && column.Filled > 0 && CountWords.IsDay(column.Name))
        || (column.IsDayNumber && !IsNamed(column));

    // 1, 2, 3 … beside the rows.
    private static bool IsSerial(GridColumn column) => CountWords.IsCode(column.Name) || (column.Name.Length == 0 && column.IsWhole);

    private static bool IsNamed(GridColumn column) =>
        CountWords.IsHead(column.Name) || CountWords.IsCount(column.Name)
        || column.Parts.Any(part => GridCell.Year(part) is not null || CountWords.IsMonth(part) || CountWords.IsSpan(part) || CountWords.IsTotal(part));

    private static bool IsTotalled(GridColumn column) => column.Parts.Any(CountWords.IsTotal);

    // A row of totals at its end.
    private static bool HasTotal(Grid grid, GridColumn column) =>
        grid.Rows.TakeLast(3).Any(row => column.Index < row.Length && CountWords.IsTotal(row[column.Index]));
}
