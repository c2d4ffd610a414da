using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Quality;
using CrimeInsight.Data.Connections;
using Npgsql;

namespace CrimeInsight.Data.Quality;

/// <summary>Counts as the person; rows of others are not there to be counted.</summary>
internal sealed class QualityReader(NpgsqlDataSource app) : IQualityReader
{
    private const int LateDays = 7;
    private const string OtherIpc = "other-ipc";
    private const string OtherSll = "other-sll";

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    // Of protected cases neither hour nor place is kept: they are counted, and not judged.
    private const string CountsSql = """
        SELECT p.part::int - 1, date_trunc('month', i.reported_on)::date, count(*),
            count(*) FILTER (WHERE NOT i.is_sensitive),
            count(*) FILTER (WHERE j.is_judged),
            count(*) FILTER (WHERE j.is_judged AND i.occurred_hour IS NOT NULL),
            count(*) FILTER (WHERE j.is_judged AND i.occurred_hour IS NULL),
            count(*) FILTER (WHERE j.is_judged AND (i.cell_key IS NULL OR i.place_precision >= @coarse)),
            count(*) FILTER (WHERE j.is_judged AND i.victim_gender = 0 AND i.victim_age_band = 0),
            count(*) FILTER (WHERE j.is_judged AND i.reported_on > i.occurred_on + @lateDays),
            count(*) FILTER (WHERE NOT i.is_sensitive AND i.head_id = ANY(@residual)),
            count(*) FILTER (WHERE j.is_judged AND i.occurred_hour = 0 AND date_part('minute', i.occurred_from AT TIME ZONE 'Asia/Kolkata') = 0)
        FROM unnest(@lows, @highs) WITH ORDINALITY AS p(low, high, part)
        JOIN crime.incident i ON i.ordinal >= p.low AND i.ordinal < p.high
        CROSS JOIN LATERAL (SELECT NOT i.is_sensitive AND i.head_id = ANY(@judged) AS is_judged) j
        WHERE i.reported_on >= @from
          AND i.reported_on < @until
          AND i.occurred_on < @until
          AND i.head_id = ANY(@leaves)
        GROUP BY 1, 2
        """;

    private const string ContactsSql = """
        SELECT c.part::int - 1, c.display_name
        FROM (
            SELECT p.part, h.display_name, row_number() OVER (PARTITION BY p.part ORDER BY j.level DESC, h.role, h.display_name) AS place
            FROM unnest(@lows, @highs) WITH ORDINALITY AS p(low, high, part)
            JOIN crime.jurisdiction j ON j.ordinal <= p.low AND j.ordinal_until >= p.high
            JOIN crime.person_jurisdiction b ON b.jurisdiction_id = j.id
            JOIN crime.person h ON h.id = b.person_id
            WHERE h.is_active
              AND h.role >= @leastRole) c
        WHERE c.place <= @most
        ORDER BY c.part, c.place
        """;

    public Task<IReadOnlyList<QualityCounts>> ReadAsync(
        ImmutableArray<Jurisdiction> parts, ImmutableArray<CrimeHead> heads, ImmutableArray<CrimeHead> judged, Period registered, Viewer viewer,
        CancellationToken cancellationToken) =>
        PersonSession.ReadAsync(app, viewer, s_timeout, async session =>
        {
            await using var command = new NpgsqlCommand(CountsSql, session.Connection, session.Transaction);
            AddParts(command, parts);
            command.Parameters.AddWithValue("coarse", (short)LocationPrecision.Station);
            command.Parameters.AddWithValue("lateDays", LateDays);
            command.Parameters.AddWithValue("residual", heads.Where(head => head.Code is OtherIpc or OtherSll).Select(head => head.Id).ToArray());
            command.Parameters.AddWithValue("leaves", heads.Select(head => head.Id).ToArray());
            command.Parameters.AddWithValue("judged", judged.Select(head => head.Id).ToArray());
            command.Parameters.AddWithValue("from", registered.From);
            command.Parameters.AddWithValue("until", registered.Until);
            var counts = new List<QualityCounts>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                counts.Add(new QualityCounts(
                    reader.GetInt32(0), Month.Of(reader.GetFieldValue<DateOnly>(1)), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4),
                    reader.GetInt64(5),
                    [.. Enumerable.Range(6, Enum.GetValues<QualityGap>().Length).Select(reader.GetInt64)]));
            return (IReadOnlyList<QualityCounts>)counts;
        }, cancellationToken);

    public async Task<IReadOnlyList<PlaceContact>> ContactsAsync(ImmutableArray<Jurisdiction> parts, CancellationToken cancellationToken)
    {
        const int most = 2;
        await using var command = app.CreateCommand(ContactsSql);
        AddParts(command, parts);
        command.Parameters.AddWithValue("leastRole", (short)PersonRole.Supervisor);
        command.Parameters.AddWithValue("most", (long)most);
        var contacts = new List<PlaceContact>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            contacts.Add(new PlaceContact(reader.GetInt32(0), reader.GetString(1)));
        return contacts;
    }

    private static void AddParts(NpgsqlCommand command, ImmutableArray<Jurisdiction> parts)
    {
        command.Parameters.AddWithValue("lows", parts.Select(part => part.Ordinal).ToArray());
        command.Parameters.AddWithValue("highs", parts.Select(part => part.OrdinalUntil).ToArray());
    }
}
