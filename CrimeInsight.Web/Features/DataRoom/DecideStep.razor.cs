using System.Collections.Immutable;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Makes the rows part of the data, or not. What cannot be taken back easily is confirmed.</summary>
public sealed partial class DecideStep
{
    private bool _holdsDemo;
    private bool _endsDemo;
    private bool _acceptsAnomalies;
    private string? _typed;
    private string? _reason;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IDataStatusReader Statuses { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    [Parameter] public EventCallback<StepRequest> OnImport { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private string StopWord => Text[nameof(DataRoomText.StopWord)];

    private bool IsOverruled => string.Equals(_typed?.Trim(), StopWord, StringComparison.OrdinalIgnoreCase) && StopRules.ReasonOf(_reason) is not null;

    private bool IsConfirmed => (!Work.IsDoubtful || IsOverruled)
        && (Work.Check!.Anomalies.IsEmpty || _acceptsAnomalies);

    private bool MayImport => Work.Effect > 0 && !Work.IsOpen && IsConfirmed && (!_holdsDemo || _endsDemo);

    private ImmutableArray<SupersededMonth> Replaced => Work[StepKind.Check]!.Request.Supersedes;

    private StepRequest Request => Work[StepKind.Check]!.Request with
    {
        EndsDemo = _endsDemo, Override = Work.IsDoubtful ? StopRules.ReasonOf(_reason) : null, ConfirmsAnomalies = _acceptsAnomalies,
    };

    protected override async Task OnInitializedAsync()
    {
        var status = await Statuses.GetAsync(CancellationToken.None);
        _holdsDemo = status is { IsSynthetic: true, IsDemoOver: false } && Work.Check!.Warnings.Any(warning => warning.Warning == ImportWarning.DemoEnds);
    }
}
