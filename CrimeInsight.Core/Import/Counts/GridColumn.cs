namespace CrimeInsight.Core.Import.Counts;

/// <summary>A column of a <see cref="Grid"/>: the lines of its header and what its cells hold.</summary>
/// <param name="Parts">Lines of the header that say something, from the top; a merged one stands over each of its columns.</param>
/// <param name="Filled">Cells that hold anything.</param>
/// <param name="Wholes">Of them, whole numbers that are no years, or years where <paramref name="Years"/> is few.</param>
/// <param name="Years">Of them, calendar years.</param>
/// <param name="Numbers">Of them, numbers of any kind.</param>
/// <param name="Days">Of them, days and times of day.</param>
/// <param name="Greatest">The greatest number.</param>
/// <param name="DayNumbers">Of them, numbers that programs keep days and moments by: 45356, 20240305, 1709600000.</param>
internal sealed record GridColumn(
    int Index, IReadOnlyList<string> Parts, int Filled, int Wholes, int Years, int Numbers, int Days, double Greatest, int DayNumbers)
{
    private const double Most = 0.95;

    /// <summary>The header in one line.</summary>
    public string Name => string.Join(" ", Parts);

    public bool IsWhole => Filled > 0 && Wholes >= Most * Filled;

    public bool IsNumber => Filled > 0 && Numbers >= Most * Filled;

    public bool IsYear => Filled > 0 && Years >= Most * Filled;

    /// <summary>Words: names of places or heads.</summary>
    public bool IsText => Filled > 0 && Numbers < 0.5 * Filled;

    /// <summary>Dated, here and there at least, more finely than by year.</summary>
    public bool IsDated => Days > 0.2 * Filled && Filled > 0;

    /// <summary>Of numbers that are days.</summary>
    public bool IsDayNumber => Filled > 0 && DayNumbers == Filled;

    /// <summary>Of times of day.</summary>
    public bool HasClock { get; private init; }

    public static GridColumn Of(int index, IReadOnlyList<string> parts, IReadOnlyList<string[]> rows)
    {
        int filled = 0, wholes = 0, years = 0, numbers = 0, days = 0, dayNumbers = 0;
        var hasClock = false;
        var greatest = 0.0;
        foreach (var row in rows)
        {
            if (index >= row.Length || GridCell.IsBlank(row[index]))
                continue;
            filled++;
            var number = GridCell.Number(row[index]);
            numbers += number is null ? 0 : 1;
            greatest = Math.Max(greatest, number ?? 0);
            wholes += GridCell.Whole(row[index]) is null ? 0 : 1;
            years += GridCell.Year(row[index]) is null ? 0 : 1;
            days += number is null && GridCell.IsDay(row[index]) ? 1 : 0;
            dayNumbers += GridCell.IsDayNumber(row[index]) ? 1 : 0;
            hasClock |= row[index].Contains(':', StringComparison.Ordinal);
        }

        return new GridColumn(index, parts, filled, wholes, years, numbers, days, greatest, dayNumbers) { HasClock = hasClock };
    }
}
