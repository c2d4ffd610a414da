using System.Globalization;
using System.Text;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Demo;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>Demo incidents as a canonical file (docs/import.md).</summary>
internal static class CanonicalFile
{
    public const string Header =
        "source_reference,occurred_from,occurred_until,reported_on,jurisdiction_code,head_code,latitude,longitude,"
        + "victim_gender,victim_age,offender_gender,offender_age,status,property_value,modus_operandi";

    private static readonly string[] s_genders = ["unknown", "male", "female", "transgender"];
    private static readonly string[] s_ages = ["", "below-6", "6-11", "12-15", "16-17", "18-29", "30-44", "45-59", "60+"];
    private static readonly string[] s_statuses = ["under-investigation", "chargesheeted", "closed", "convicted", "acquitted"];

    /// <summary>Columns of a plain table for the same file.</summary>
    public const string TableColumns =
        "source_reference text, occurred_from timestamp, occurred_until timestamp, reported_on date, jurisdiction_code text, head_code text, "
        + "latitude double precision, longitude double precision, victim_gender text, victim_age text, offender_gender text, offender_age text, "
        + "status text, property_value bigint, modus_operandi text";

    // Common ones, of which none protects the case.
    private static readonly string[] s_sections = ["379 IPC", "302, 34 IPC", "420, 468, 471 IPC", "303(2) BNS", "323, 504, 506 IPC", "25 Arms Act"];

    /// <param name="seed">Of the cases.</param>
    /// <param name="hasSections">With a further column of their sections.</param>
    public static async Task WriteAsync(
        string path, BenchmarkDatabase database, int incidents, CancellationToken cancellationToken, int seed = 1, bool hasSections = false)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        var inputs = await DemoInputsReader.ReadAsync(connection, cancellationToken);
        var reference = await database.Services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken);
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        await writer.WriteLineAsync(hasSections ? Header + ",sections" : Header);
        var line = new StringBuilder();
        var number = 0;
        foreach (var incident in IncidentGenerator.Generate(new DemoRequest(incidents, seed), inputs))
        {
            line.Clear();
            Append(line, incident, reference);
            if (hasSections)
                line.Append(",\"").Append(s_sections[number++ % s_sections.Length]).Append('"');
            await writer.WriteLineAsync(line, cancellationToken);
        }
    }

    private static void Append(StringBuilder line, Incident incident, ReferenceData reference)
    {
        var from = incident.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            + (incident.OccurredAt is { } time ? time.ToString("'T'HH:mm", CultureInfo.InvariantCulture) : "");
        line.Append(incident.SourceReference).Append(',').Append(from).Append(',')
            .Append(incident.OccurredUntil?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)).Append(',')
            .Append(incident.ReportedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(',')
            .Append(reference.Jurisdictions.AtOrdinal(incident.JurisdictionOrdinal)!.Code).Append(',')
            .Append(reference.Heads.Find(incident.HeadId)!.Code).Append(',')
            .Append(incident.Place?.Latitude.ToString("F6", CultureInfo.InvariantCulture)).Append(',')
            .Append(incident.Place?.Longitude.ToString("F6", CultureInfo.InvariantCulture)).Append(',')
            .Append(s_genders[(int)incident.VictimGender]).Append(',').Append(s_ages[(int)incident.VictimAgeBand]).Append(',')
            .Append(s_genders[(int)incident.OffenderGender]).Append(',').Append(s_ages[(int)incident.OffenderAgeBand]).Append(',')
            .Append(s_statuses[(int)incident.Status]).Append(',').Append(incident.PropertyValueRupees).Append(',');
        if (incident.ModusOperandi is { } words)
            line.Append('"').Append(words.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
