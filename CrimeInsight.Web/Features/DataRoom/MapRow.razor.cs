using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Where one canonical column comes from: a column of the file, the same value for all rows, or nowhere.</summary>
public sealed partial class MapRow
{
    private const string ColumnPrefix = "column:";
    private const string ConstantValue = "constant";
    private const string FormatSeparator = " | ";

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Parameter, EditorRequired] public required string Field { get; set; }

    [Parameter, EditorRequired] public required ColumnMapping? Column { get; set; }

    [Parameter, EditorRequired] public required FileSketch Sketch { get; set; }

    [Parameter] public bool IsNeeded { get; set; }

    [Parameter] public bool IsMissing { get; set; }

    [Parameter] public EventCallback<ColumnMapping?> OnChange { get; set; }

    private SketchColumn? InFile =>
        Sketch.Columns.FirstOrDefault(column => string.Equals(column.Name, Column?.FirstColumn, StringComparison.OrdinalIgnoreCase));

    // The mapping was made for another file.
    private bool IsElsewhere => Column?.From is not null && InFile is null;

    private string Value => Column switch
    {
        null => "",
        { Constant: not null } => ConstantValue,
        _ => ColumnPrefix + (InFile?.Name ?? Column.FirstColumn),
    };

    private string Formats => string.Join(FormatSeparator, Column?.Formats ?? []);

    private string Grounds => string.Join("; ", (Column?.Grounds ?? []).Select(Words.Of));

    private string Samples => InFile is { Samples.Length: > 0 } column ? string.Join(" · ", column.Samples) : "";

    private Task ChooseAsync(ChangeEventArgs change) => OnChange.InvokeAsync((string?)change.Value switch
    {
        null or "" => null,
        ConstantValue => new ColumnMapping { Constant = "" },
        var value => Reading(value[ColumnPrefix.Length..]),
    });

    // What values mean goes with the column they stand in.
    private ColumnMapping Reading(string name) => Column?.From is not null && name == Column.FirstColumn ? Column : new ColumnMapping { From = [name] };

    private Task SetConstantAsync(ChangeEventArgs change) => OnChange.InvokeAsync(new ColumnMapping { Constant = ((string?)change.Value ?? "").Trim() });

    private Task SetFormatsAsync(ChangeEventArgs change)
    {
        var formats = ((string?)change.Value ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return OnChange.InvokeAsync(Column! with { Formats = formats.Length == 0 ? null : formats });
    }
}
