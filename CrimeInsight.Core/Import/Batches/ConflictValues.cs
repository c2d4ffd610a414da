using System.Collections.Frozen;
using System.Globalization;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Import.Batches;

/// <summary>What a side of a known case says in a column, as it is written in files.</summary>
public static class ConflictValues
{
    private const int MostChars = 100;

    // What is one thing to people may be several columns of the database.
    private static readonly FrozenDictionary<string, string> s_columns = new Dictionary<string, string>
    {
        ["occurred_on"] = "occurred_from",
        ["occurred_hour"] = "occurred_from",
        ["ordinal"] = "jurisdiction_code",
        ["head_id"] = "head_code",
        ["victim_age_band"] = "victim_age",
        ["offender_age_band"] = "offender_age",
        ["latitude"] = "place",
        ["longitude"] = "place",
        ["cell_key"] = "place",
        ["place_precision"] = "place",
        ["is_sensitive"] = "protected",
    }.ToFrozenDictionary();

    /// <summary>Columns for people of those of the database, each once.</summary>
    public static IEnumerable<string> Columns(IEnumerable<string> differs) => differs.Select(name => s_columns.GetValueOrDefault(name, name)).Distinct();

    /// <param name="column">One of <see cref="Columns"/>.</param>
    /// <returns>Null when it is not known or withheld.</returns>
    public static string? Of(string column, ConflictContent? content, ReferenceData reference) => content is null ? null : column switch
    {
        "occurred_from" => content.OccurredAt is { } time ? $"{Day(content.OccurredOn)}T{time:HH\\:mm}" : Day(content.OccurredOn),
        "reported_on" => Day(content.ReportedOn),
        "head_code" => reference.Heads.All.FirstOrDefault(head => head.Id == content.HeadId)?.Code,
        "jurisdiction_code" => reference.Jurisdictions.AtOrdinal(content.JurisdictionOrdinal)?.Code,
        "status" => content.Status.ToString(),
        "victim_gender" => Known(content.VictimGender),
        "victim_age" => Known(content.VictimAgeBand),
        "offender_gender" => Known(content.OffenderGender),
        "offender_age" => Known(content.OffenderAgeBand),
        "property_value" => content.PropertyValueRupees?.ToString(CultureInfo.InvariantCulture),
        "sections" => Short(content.Sections),
        "modus_operandi" => Short(content.ModusOperandi),
        "place" => content.Place is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#####}, {at.Longitude:0.#####}") : null,
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Known(Gender? gender) => gender is null or Gender.Unknown ? null : gender.ToString();

    private static string? Known(AgeBand? band) => band is null or AgeBand.Unknown ? null : band.ToString();

    private static string? Short(string? text) => text is { Length: > MostChars } ? text[..MostChars] : text;
}
