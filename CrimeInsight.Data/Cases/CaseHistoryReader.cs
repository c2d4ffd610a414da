using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Cases;

/// <summary>Reads the origin and the former states of cases. Row-level security decides which cases, states and batches there are.</summary>
internal sealed class CaseHistoryReader(NpgsqlDataSource dataSource) : ICaseHistoryReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    private const string OriginSql = """
        SELECT i.id, b.file_name
        FROM crime.incident i
        LEFT JOIN crime.batch b ON b.number = i.id >> 32
        WHERE i.id = @id
        """;

    private const string StatesSql = """
        SELECT h.until, (h.was ->> 'status')::smallint AS status, (h.was ->> 'reported_on')::date AS reported_on,
               (h.was ->> 'head_id')::smallint AS head_id, b.number, b.file_name, coalesce(h.row_number, 0) AS row,
               (SELECT string_agg(concat(s.item ->> 'act', ' ', s.item ->> 'section', s.item ->> 'subsection'), ', ' ORDER BY s.place)
                FROM jsonb_array_elements(h.was -> 'sections') WITH ORDINALITY AS s (item, place)) AS sections
        FROM crime.incident_history h
        LEFT JOIN crime.batch b ON b.id = h.batch_id
        WHERE h.incident_id = @id
        ORDER BY h.id DESC
        """;

    public Task<CaseHistory?> ReadAsync(long id, Viewer viewer, CancellationToken cancellationToken) =>
        PersonSession.ReadAsync(dataSource, viewer, s_timeout, async session =>
        {
            var origin = await session.Connection.QuerySingleOrDefaultAsync<OriginRow>(
                new CommandDefinition(OriginSql, new { id }, session.Transaction, cancellationToken: cancellationToken));
            if (origin is null)
                return null;
            var states = await session.Connection.QueryAsync<StateRow>(
                new CommandDefinition(StatesSql, new { id }, session.Transaction, cancellationToken: cancellationToken));
            return new CaseHistory(BatchRow.Of(origin.Id, origin.FileName), [.. states.Select(state => state.ToState())]);
        },
        cancellationToken);

    private sealed record OriginRow
    {
        public long Id { get; init; }

        public string? FileName { get; init; }
    }

    private sealed record StateRow
    {
        public DateTime Until { get; init; }

        public short Status { get; init; }

        public DateOnly ReportedOn { get; init; }

        public short HeadId { get; init; }

        public int? Number { get; init; }

        public string? FileName { get; init; }

        public long Row { get; init; }

        public string? Sections { get; init; }

        public CaseState ToState() =>
            new(Until, (LegalStatus)Status, ReportedOn, HeadId, Number is { } number ? new BatchRow(number, FileName, Row) : null, Sections);
    }
}
