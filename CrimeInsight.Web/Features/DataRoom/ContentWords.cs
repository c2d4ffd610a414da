using System.Globalization;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What a record says in a column, for people.</summary>
public sealed class ContentWords(IStringLocalizer<DataRoomText> text, DisplayFormat format, TableWords words)
{
    /// <param name="name">One of <see cref="ConflictValues.Columns"/>, or <c>source_reference</c>.</param>
    public string Of(string name, ConflictContent? content, ReferenceData reference) => content is null ? format.NotAvailable : name switch
    {
        "source_reference" => content.CaseNumber ?? format.NotAvailable,
        "occurred_from" => content.OccurredAt is { } time
            ? $"{format.Date(content.OccurredOn)} {time:HH\\:mm}" : format.Date(content.OccurredOn),
        "reported_on" => format.Date(content.ReportedOn),
        "head_code" => reference.Heads.All.FirstOrDefault(head => head.Id == content.HeadId) is { } head
            ? reference.Head(head.Code) : format.NotAvailable,
        "jurisdiction_code" => reference.Jurisdictions.All.FirstOrDefault(place => place.Ordinal == content.JurisdictionOrdinal) is { } place
            ? reference.Place(place.Code) : format.NotAvailable,
        "status" => words.Text(CaseWords.Of(content.Status)),
        "victim_gender" => words.Text(CaseWords.Of(content.VictimGender)),
        "victim_age" => words.Text(CaseWords.Of(content.VictimAgeBand)),
        "offender_gender" => content.OffenderGender is { } gender ? words.Text(CaseWords.Of(gender)) : format.NotAvailable,
        "offender_age" => content.OffenderAgeBand is { } band ? words.Text(CaseWords.Of(band)) : format.NotAvailable,
        "property_value" => format.Number(content.PropertyValueRupees),
        "sections" => content.Sections ?? format.NotAvailable,
        "modus_operandi" => content.ModusOperandi ?? format.NotAvailable,
        "place" => content.Place is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#####}, {at.Longitude:0.#####}") : format.NotAvailable,
        "protected" => text[content.IsSensitive ? nameof(DataRoomText.Yes) : nameof(DataRoomText.No)],
        _ => format.NotAvailable,
    };
}
