using System.Globalization;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
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

    [Inject] public required TableWords Words { get; init; }

    [Inject] public required BatchDesk Desk { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ConflictRow> Conflicts { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter] public EventCallback OnDecided { get; set; }

    private IEnumerable<(string Name, string Known, string Said)> Lines(ConflictRow conflict) =>
        ConflictValues.Columns(conflict.Differs)
            .Select(name => (DataRoomWords.Field(name), Value(name, conflict.Old), Value(name, conflict.New)));

    private string Value(string name, ConflictContent? content) => content is null ? Format.NotAvailable : name switch
    {
        "occurred_from" => content.OccurredAt is { } time
            ? $"{Format.Date(content.OccurredOn)} {time:HH\\:mm}" : Format.Date(content.OccurredOn),
        "reported_on" => Format.Date(content.ReportedOn),
        "head_code" => Reference.Heads.All.FirstOrDefault(head => head.Id == content.HeadId) is { } head
            ? Reference.Head(head.Code) : Format.NotAvailable,
        "jurisdiction_code" => Reference.Jurisdictions.All.FirstOrDefault(place => place.Ordinal == content.JurisdictionOrdinal) is { } place
            ? Reference.Place(place.Code) : Format.NotAvailable,
        "status" => Words.Text(CaseWords.Of(content.Status)),
        "victim_gender" => Words.Text(CaseWords.Of(content.VictimGender)),
        "victim_age" => Words.Text(CaseWords.Of(content.VictimAgeBand)),
        "offender_gender" => content.OffenderGender is { } gender ? Words.Text(CaseWords.Of(gender)) : Format.NotAvailable,
        "offender_age" => content.OffenderAgeBand is { } band ? Words.Text(CaseWords.Of(band)) : Format.NotAvailable,
        "property_value" => Format.Number(content.PropertyValueRupees),
        "sections" => content.Sections ?? Format.NotAvailable,
        "modus_operandi" => content.ModusOperandi ?? Format.NotAvailable,
        "place" => content.Place is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#####}, {at.Longitude:0.#####}") : Format.NotAvailable,
        "protected" => Text[content.IsSensitive ? nameof(DataRoomText.Yes) : nameof(DataRoomText.No)],
        _ => Format.NotAvailable,
    };

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
