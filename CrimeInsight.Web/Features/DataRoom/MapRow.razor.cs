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

    private string? _pattern;

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

    // While a pattern is typed, what it would make of the values.
    private IReadOnlyList<(string Before, string? After)> Samples => MappingSamples.Of(
        Sketch, _pattern is null ? Column : Column! with { Pattern = _pattern.Length == 0 ? null : _pattern }, Field);

    private string Joiner => Column?.Separator ?? ColumnMapping.DefaultSeparator;

    private string PatternHint => $"pattern-{Field}";

    private Task ChooseAsync(ChangeEventArgs change) => OnChange.InvokeAsync((string?)change.Value switch
    {
        null or "" => null,
        ConstantValue => new ColumnMapping { Constant = "" },
        var value => Reading(value[ColumnPrefix.Length..]),
    });

    // What values mean goes with the column they stand in.
    private ColumnMapping Reading(string name) => Column?.From is not null && name == Column.FirstColumn ? Column : new ColumnMapping { From = [name] };

    private Task AddAsync(ChangeEventArgs change) => (string?)change.Value is { Length: > 0 } name
        ? OnChange.InvokeAsync(Column! with { From = [.. Column.From!, name] })
        : Task.CompletedTask;

    private Task RemoveAsync(string name)
    {
        string[] left = [.. Column!.From!.Where(one => one != name)];
        return OnChange.InvokeAsync(Column with { From = left, Separator = left.Length > 1 ? Column.Separator : null });
    }

    // A blank is what stands between them anyway.
    private Task SetSeparatorAsync(ChangeEventArgs change) => OnChange.InvokeAsync(
        Column! with { Separator = (string?)change.Value is { } text && text != ColumnMapping.DefaultSeparator ? text : null });

    private Task SetPatternAsync(ChangeEventArgs change)
    {
        _pattern = null;
        return OnChange.InvokeAsync(Column! with { Pattern = (string?)change.Value is { Length: > 0 } pattern ? pattern : null });
    }

    private Task SetConstantAsync(ChangeEventArgs change) => OnChange.InvokeAsync(new ColumnMapping { Constant = ((string?)change.Value ?? "").Trim() });

    private Task SetFormatsAsync(ChangeEventArgs change)
    {
        var formats = ((string?)change.Value ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return OnChange.InvokeAsync(Column! with { Formats = formats.Length == 0 ? null : formats });
    }
}
