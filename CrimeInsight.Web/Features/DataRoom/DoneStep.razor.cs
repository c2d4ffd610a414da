using CrimeInsight.Core.DataRoom;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>The rows become part of the data, and what became of them.</summary>
public sealed partial class DoneStep
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private UploadStep Step => Work[StepKind.Import]!;

    private string Title => Text[Work.Import is not null ? nameof(DataRoomText.DoneTitle) : nameof(DataRoomText.ImportTitle)];
}
