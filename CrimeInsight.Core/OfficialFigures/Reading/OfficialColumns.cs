using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Counts;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>What the columns of an official table are.</summary>
/// <param name="State">Names of states; null: none, or those of the other column.</param>
/// <param name="Unit">Names of districts or police units.</param>
/// <param name="Head">Heads, in a long table.</param>
/// <param name="Words">Columns that say which row a row is.</param>
/// <param name="Figures">Columns of counts.</param>
internal sealed partial record OfficialColumns(
    GridColumn? State, GridColumn? Unit, GridColumn? Year, GridColumn? Head, IReadOnlyList<GridColumn> Words, IReadOnlyList<OfficialColumn> Figures)
{
    /// <param name="year">Of the whole table, where no column tells; null: that of its title.</param>
    public static OfficialColumns Of(Grid grid, int? year)
    {
        var words = grid.Columns.Where(column => column.IsText).ToList();
        var state = words.Find(column => CountWords.IsState(column.Name));
        var units = words.FindAll(column => column != state && CountWords.IsUnit(column.Name));
        var unit = units.Find(column => column.Name.Contains("district", StringComparison.OrdinalIgnoreCase)) ?? units.FirstOrDefault();
        var head = words.Find(column => column != state && !units.Contains(column) && CountWords.IsHeadColumn(column.Name));
        // A table whose only words are places need not say so in a header that can be read.
        if (state is null && unit is null)
            unit = words.Find(column => column != head);
        var years = grid.Columns.FirstOrDefault(column => column.IsYear && CountWords.IsYear(column.Name))
            ?? grid.Columns.FirstOrDefault(column => column.IsYear && column.Parts.All(part => GridCell.Year(part) is null));
        var numbers = grid.Columns.Where(
            column => column.IsWhole && column != years && !CountWords.IsCode(column.Name) && !CountWords.IsRate(column.Name));
        var figures = head is null ? [.. numbers] : numbers.Where(column => CountWords.IsCount(column.Name)).Take(1).ToList();
        var yearOfAll = year ?? YearOf(grid.Titles);
        return new OfficialColumns(state, unit, years, head, words, [.. figures.Select(column => Figure(column, grid, yearOfAll))]);
    }

    // The lines of a header divide what is counted from the year it is counted in.
    private static OfficialColumn Figure(GridColumn column, Grid grid, int? yearOfAll)
    {
        var year = column.Parts.Select(GridCell.Year).FirstOrDefault(part => part is not null);
        var names = column.Parts.Where(part => GridCell.Year(part) is null && !CountWords.IsMonth(part)).ToList();
        var name = names.LastOrDefault(part => !CountWords.IsCount(part)) ?? names.LastOrDefault();
        if (year is not null && (name is null || CountWords.IsCount(name)))
            name = PrintedHeads.InTitle(grid.Titles);
        return new OfficialColumn(column.Index, name ?? column.Name, year ?? yearOfAll, column.Parts.Any(CountWords.IsMonth));
    }

    private static int? YearOf(IEnumerable<string> titles)
    {
        var years = Years().Matches(string.Join(' ', titles)).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct().ToList();
        return years is [var only] ? only : null;
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
