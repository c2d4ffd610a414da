using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Tables;

/// <summary>A table of figures on screen: the first column is the head of each row, numbers stand by their digits, heads tell what they mean.</summary>
public sealed partial class FigureTableView
{
    private (string Key, bool IsDescending)? _chosen;

    [Inject] public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject] public required TableWords Words { get; init; }

    [Parameter, EditorRequired] public required FigureTable Table { get; set; }

    /// <summary>Names of places and heads; null for tables without any.</summary>
    [Parameter] public ReferenceData? Reference { get; set; }

    /// <summary>Further CSS classes of the table.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>The last row first.</summary>
    [Parameter] public bool IsNewestFirst { get; set; }

    /// <summary>Key of the column the rows are sorted by until the reader chooses another, largest first; null: they cannot be sorted.</summary>
    [Parameter] public string? SortedBy { get; set; }

    [Parameter] public PhoneForm Phone { get; set; }

    /// <summary>Figures side by side on a card.</summary>
    [Parameter] public int CardColumns { get; set; } = 3;

    /// <summary>CSS class of a row.</summary>
    [Parameter] public Func<FigureRow, string?>? RowClass { get; set; }

    /// <summary>CSS class of a cell beside that of its column.</summary>
    [Parameter] public Func<FigureRow, FigureColumn, string?>? CellClass { get; set; }

    /// <summary>What more there is to know of a cell.</summary>
    [Parameter] public Func<FigureRow, FigureColumn, string?>? CellTitle { get; set; }

    /// <summary>What stands in a cell; null: its text.</summary>
    [Parameter] public RenderFragment<FigureCell>? Cell { get; set; }

    private ImmutableArray<FigureColumn> Columns { get; set; } = [];

    private bool IsSortable => SortedBy is not null;

    private string? SortKey => _chosen?.Key ?? SortedBy;

    private bool IsDescending => _chosen?.IsDescending ?? true;

    private string TableClass => string.Join(' ', new[] { "data-table", Class, IsSortable ? "sortable" : null, PhoneClass }.Where(one => one is not null));

    private string? PhoneClass => Phone switch { PhoneForm.Tight => "tight", PhoneForm.Cards => "cards", _ => null };

    private string? CardStyle => Phone == PhoneForm.Cards ? string.Create(CultureInfo.InvariantCulture, $"--card-columns:{CardColumns}") : null;

    private IEnumerable<FigureRow> Rows
    {
        get
        {
            if (SortKey is { } key)
                return Sorted(Table.IndexOf(key));
            return IsNewestFirst ? Table.Rows.Reverse() : Table.Rows;
        }
    }

    protected override void OnParametersSet() => Columns = [.. Table.OnScreen];

    private IEnumerable<FigureRow> Sorted(int index)
    {
        var column = Table.Columns[index];
        var named = column.Unit.IsNumber() ? 0 : index;
        var byName = Table.Rows.Where(row => !row.IsRest)
            .OrderBy(row => Words.Cell(Table.Columns[named], row.Values[named], Reference), StringComparer.CurrentCulture);
        var field = new FigureField(column, FigurePart.Value);
        double? Value(FigureRow row) => field.NumberOf(row.Values[index]);
        // What has no value comes last either way.
        var known = byName.OrderBy(row => Value(row) is null);
        var sorted = (column.Unit.IsNumber(), IsDescending) switch
        {
            (true, true) => known.ThenByDescending(Value),
            (true, false) => known.ThenBy(Value),
            (false, true) => byName.Reverse(),
            (false, false) => byName,
        };
        return sorted.Concat(Table.Rows.Where(row => row.IsRest));
    }

    private string HeadOf(FigureColumn column) => Words.Head(column, Reference);

    private string? DefinitionOf(FigureColumn column) => column.Definition is { } definition ? Words.Text(definition, Reference) : null;

    // Heads of rows are read as names, whatever they are.
    private string? ClassOf(FigureColumn column) => column.Unit.IsNumber() && column != Columns[0] ? "number" : null;

    private string? ClassOf(FigureRow row, FigureColumn column) =>
        CellClass?.Invoke(row, column) is { } own ? string.Join(' ', new[] { ClassOf(column), own }.OfType<string>()) : ClassOf(column);

    private string? LabelOf(FigureColumn column) => Phone == PhoneForm.Cards ? HeadOf(column) : null;

    private string? SortOf(FigureColumn column) => !IsSortable ? null : column.Key != SortKey ? "none" : IsDescending ? "descending" : "ascending";

    private void SortBy(FigureColumn column) => _chosen = (column.Key, column.Key == SortKey ? !IsDescending : column.Unit.IsNumber());

    private RenderFragment Content(FigureRow row, FigureColumn column)
    {
        var cell = new FigureCell(row, column, Words.Cell(column, row.Values[Table.IndexOf(column.Key)], Reference));
        return Cell is null ? builder => builder.AddContent(0, cell.Text) : Cell(cell);
    }
}
