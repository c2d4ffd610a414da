using System.Collections.Immutable;
using CrimeInsight.Core.Import.Counts;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>
/// Reads a table of official figures, wide or long. Rows of totals are what sums are checked against; they stand for the state or the country and
/// are no unit. Where a table prints no total, its sums are compared with figures known before, and a state's figure is not taken from them.
/// </summary>
internal static class OfficialReader
{
    /// <param name="year">Of the whole table, where neither a column nor a title tells; null: as they tell.</param>
    /// <param name="state">State of the whole table, where no column tells; null: none.</param>
    public static OfficialDraft Read(Grid? grid, JurisdictionTree places, CrimeHeadTree heads, KnownFigures known, int? year, string? state)
    {
        if (grid is null)
            return Refused(OfficialProblem.NoTable, 0);
        var columns = OfficialColumns.Of(grid, year);
        if (columns.Figures.Count == 0)
        {
            var hasRates = grid.Columns.Any(column => CountWords.IsRate(column.Name));
            return Refused(hasRates ? OfficialProblem.RatesOnly : OfficialProblem.NoTable, grid.Rows.Count);
        }

        if (columns.Year is null && columns.Figures.All(column => column.Year is null))
            return Refused(OfficialProblem.YearMissing, grid.Rows.Count);
        var names = columns.Head is { } head
            ? [.. grid.Rows.Select(row => Cell(row, head)).Where(name => name.Length > 0).Distinct()]
            : columns.Figures.Where(column => !column.IsMonth).Select(column => column.Name).Distinct().ToList();
        var meanings = new PrintedHeads(heads).Resolve(names);
        var sums = new OfficialSums(new OfficialPlaces(places), meanings, (columns.Unit is not null && columns.State is not null) || state is not null);
        var repeats = AddRows(grid, columns, state ?? "", sums);
        var cells = sums.Cells();
        var (checks, differences) = sums.Compare(known);
        return new OfficialDraft(
            grid.Rows.Count, [.. cells.Select(cell => cell.Year).Distinct().Order()], cells, [.. names.Select(name => meanings[name])], sums.Unplaced(), checks,
            differences, repeats)
        {
            Problem = !cells.IsEmpty ? null
                : meanings.Values.Any(meaning => meaning.Measure is not null) ? OfficialProblem.PlacesUnknown
                : OfficialProblem.HeadsUnknown,
        };
    }

    public static OfficialDraft Refused(OfficialProblem problem, int rows) => new(rows, [], [], [], [], 0, [], 0) { Problem = problem };

    /// <returns>Rows that stand twice.</returns>
    private static int AddRows(Grid grid, OfficialColumns columns, string state, OfficialSums sums)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeats = 0;
        foreach (var row in grid.Rows)
        {
            // A merged cell names the state once, above its units.
            state = columns.State is { } states && Cell(row, states) is { Length: > 0 } named ? named : state;
            var year = columns.Year is { } years ? GridCell.Year(Cell(row, years)) : null;
            // Two units of one name both count; the same row twice, and two figures of one state, do not.
            var key = columns.Unit is null ? columns.Words.Select(word => word == columns.State ? state : Cell(row, word)).Append($"{year}") : row;
            if (!seen.Add(string.Join('\u001F', key)))
            {
                repeats++;
                continue;
            }

            sums.Begin(state, columns.Unit is { } units ? Cell(row, units) : "");
            AddRow(row, columns, year, sums);
        }

        return repeats;
    }

    private static void AddRow(string[] row, OfficialColumns columns, int? year, OfficialSums sums)
    {
        foreach (var figure in columns.Figures.Where(figure => !figure.IsMonth && figure.Index < row.Length))
        {
            var name = columns.Head is { } head ? Cell(row, head) : figure.Name;
            if ((year ?? figure.Year) is { } of && GridCell.Whole(row[figure.Index]) is { } cases && name.Length > 0)
                sums.Add(of, name, cases);
        }
    }

    private static string Cell(string[] row, GridColumn column) => column.Index < row.Length ? row[column.Index] : "";
}
