using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What the file is: how it is written, how many rows it has, how they look.</summary>
public sealed partial class UnderstandStep
{
    private const int HashLetters = 12;
    private const string Withheld = "▮▮▮";

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    /// <summary>Reads the file, or the part of it that is given.</summary>
    [Parameter] public EventCallback<DataFileChoice?> OnStart { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private UploadStep? Step => Work[StepKind.Understand];

    private EventCallback Again => Step?.Problem?.File is null
        ? EventCallback.Factory.Create(this, () => OnStart.InvokeAsync(Work.Choice))
        : default;

    private string PartsLead => Text[
        Step!.Problem!.File == FileProblem.SheetSeveral ? nameof(DataRoomText.PartsSheets) : nameof(DataRoomText.PartsEntries)];

    private IEnumerable<(string Label, string Value)> Facts(FileSketch sketch) =>
    [
        (Text[nameof(DataRoomText.FactRows)],
            sketch.IsPart ? Text[nameof(DataRoomText.FactRowsMore), Format.Number(sketch.Rows)] : Format.Number(sketch.Rows)),
        (Text[nameof(DataRoomText.FactColumns)], Format.Number(sketch.Columns.Length)),
        .. sketch.Understanding.IsConverted ? [] : new (string, string)[]
        {
            (Text[nameof(DataRoomText.FactEncoding)], sketch.Understanding.Encoding.ToUpperInvariant()),
            (Text[nameof(DataRoomText.FactDelimiter)], Words.Delimiter(sketch.Understanding.Delimiter)),
        },
        .. Work.Choice is { } choice
            ? [(Text[nameof(DataRoomText.FactPart)].Value, string.Join(" › ", new[] { choice.Entry, choice.Sheet }.OfType<string>()))]
            : Array.Empty<(string, string)>(),
        (Text[nameof(DataRoomText.FactHash)], sketch.Sha256[..HashLetters]),
    ];

    // The sheet of a workbook in an archive is chosen after the workbook.
    private DataFileChoice ChoiceOf(string part) => Step!.Problem!.File == FileProblem.SheetSeveral
        ? new DataFileChoice(Work.Choice?.Entry, part)
        : new DataFileChoice(part);

    private string? Personal(FileSketch sketch) =>
        string.Join(", ", sketch.Columns.Where(column => column.IsPersonal).Select(column => column.Name)) is { Length: > 0 } names
            ? Text[nameof(DataRoomText.PersonalColumns), names].Value
            : null;

    private static RenderFragment Line(SketchRow row) => builder =>
    {
        builder.OpenElement(0, "tr");
        builder.OpenElement(1, "th");
        builder.AddAttribute(2, "scope", "row");
        builder.AddContent(3, row.Number?.ToString(CultureInfo.InvariantCulture) ?? "…");
        builder.CloseElement();
        foreach (var cell in row.Cells)
        {
            builder.OpenElement(4, "td");
            builder.AddContent(5, cell ?? Withheld);
            builder.CloseElement();
        }

        builder.CloseElement();
    };
}
