using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rows that contradict known cases, each to be decided: what is known, what the row says, where they differ.</summary>
public sealed partial class BatchConflicts
{
    private string? _problem;
    private bool _isUnderWay;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ContentWords Contents { get; init; }

    [Inject] public required BatchDesk Desk { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ConflictRow> Conflicts { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter] public EventCallback OnDecided { get; set; }

    private IEnumerable<(string Name, string Known, string Said)> Lines(ConflictRow conflict) =>
        ConflictValues.Columns(conflict.Differs)
            .Select(name => (DataRoomWords.Field(name), Contents.Of(name, conflict.Old, Reference), Contents.Of(name, conflict.New, Reference)));

    private async Task DecideAsync(ConflictRow conflict, ConflictDecision decision)
    {
        (_isUnderWay, _problem) = (true, null);
        try
        {
            await Desk.DecideAsync(Batch.Id, conflict.Row, decision);
            await OnDecided.InvokeAsync();
        }
        catch (Exception failure)
        {
            _problem = DataRoomWords.WhyNot(failure);
        }
        finally
        {
            _isUnderWay = false;
        }
    }
}
