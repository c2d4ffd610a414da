using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Makes the rows part of the data, or not. What cannot be taken back easily is confirmed.</summary>
public sealed partial class DecideStep
{
    private bool _holdsDemo;
    private bool _endsDemo;
    private string? _typed;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required IDataStatusReader Statuses { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    [Parameter] public EventCallback<StepRequest> OnImport { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private string StopWord => Text[nameof(DataRoomText.StopWord)];

    private bool IsConfirmed => !Work.IsDoubtful || string.Equals(_typed?.Trim(), StopWord, StringComparison.OrdinalIgnoreCase);

    private bool MayImport => Work.Effect > 0 && !Work.IsOpen && IsConfirmed && (!_holdsDemo || _endsDemo);

    private StepRequest Request => Work[StepKind.Check]!.Request with { EndsDemo = _endsDemo };

    protected override async Task OnInitializedAsync()
    {
        var status = await Statuses.GetAsync(CancellationToken.None);
        _holdsDemo = status is { IsSynthetic: true, IsDemoOver: false } && Work.Check!.Warnings.Any(warning => warning.Warning == ImportWarning.DemoEnds);
    }
}
