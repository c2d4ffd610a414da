using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Npgsql;

namespace CrimeInsight.Data.Hotspots;

/// <summary>Reads points as the person; the database leaves out what lies outside their places, and holds no exact place of a protected case.</summary>
internal sealed class CasePointReader(NpgsqlDataSource app, IReferenceDataReader references) : ICasePointReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string PointsSql = """
        SELECT i.latitude, i.longitude, i.occurred_on
        FROM crime.incident i
        WHERE i.ordinal >= @lo
          AND i.ordinal < @hi
          AND i.occurred_on >= @from
          AND i.occurred_on < @until
          AND i.head_id = ANY(@leaves)
          AND i.place_precision <= @precision
          AND i.latitude IS NOT NULL
          AND NOT i.is_sensitive
        ORDER BY i.id
        LIMIT @most
        """;

    public async Task<CasePoints?> ReadAsync(
        string? jurisdictionCode, ImmutableArray<string> heads, Period period, int most, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        var place = jurisdictionCode is { } code ? reference.Jurisdictions.Find(code) : null;
        if (jurisdictionCode is not null && place is null)
            return new CasePoints(new DegreePoints([], []), []);
        IEnumerable<CrimeHead> chosen = heads.IsEmpty ? [reference.Heads.Root] : heads.Select(reference.Heads.Find).OfType<CrimeHead>();
        short[] leaves = [.. chosen.SelectMany(head => reference.Heads.LeavesOf(head.Id)).Select(leaf => leaf.Id).Distinct()];
        var isWithheld = ProtectedHeads.Among(reference.Heads, leaves).Count == leaves.Length;
        await using var session = await PersonSession.OpenAsync(app, viewer, s_timeout, cancellationToken);
        await using var command = new NpgsqlCommand(PointsSql, session.Connection, session.Transaction);
        command.Parameters.AddWithValue("lo", place?.Ordinal ?? 0);
        command.Parameters.AddWithValue("hi", place?.OrdinalUntil ?? int.MaxValue);
        command.Parameters.AddWithValue("from", period.From);
        command.Parameters.AddWithValue("until", period.Until);
        command.Parameters.AddWithValue("leaves", leaves);
        command.Parameters.AddWithValue("precision", (short)LocationPrecision.Locality);
        command.Parameters.AddWithValue("most", most + 1);
        var (latitudes, longitudes, days) = (new List<double>(), new List<double>(), ImmutableArray.CreateBuilder<double>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            latitudes.Add(reader.GetDouble(0));
            longitudes.Add(reader.GetDouble(1));
            days.Add(reader.GetFieldValue<DateOnly>(2).DayNumber);
        }

        return days.Count > most ? null : new CasePoints(new DegreePoints([.. latitudes], [.. longitudes]), days.ToImmutable())
        {
            IsWithheld = isWithheld,
        };
    }
}
