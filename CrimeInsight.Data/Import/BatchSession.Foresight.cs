using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using Dapper;

namespace CrimeInsight.Data.Import;

/// <summary>What a judged batch would do, by the functions of migration 0062.</summary>
internal sealed partial class BatchSession
{
    private const string ForeseenPlacesSql = """
        SELECT ordinal, ordinal_until, level, code
        FROM crime.jurisdiction
        """;

    private const string ForeseenRowsSql = $"""
        SELECT c.row_number AS row, c.fate, c.twin_id, c.is_update, c.differs,
            {ConflictContentRow.NewColumns}, {ConflictContentRow.WasColumns}
        FROM crime.foreseen_rows(@id, @most) AS f
        CROSS JOIN LATERAL (SELECT f.row_number, f.fate, f.twin_id, f.is_update, f.differs, f.is_row AS incident) AS c
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, f.is_row) AS n
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, f.was) AS o
        ORDER BY c.row_number
        """;

    private const string ForeseenChangesSql = """
        SELECT month, ordinal, head_id, change AS cases
        FROM crime.foreseen_changes(@id)
        """;

    private const string ForeseenValuesSql = """
        SELECT kind, value, cases
        FROM crime.foreseen_values(@id)
        """;

    // Months that say the same already are left out, and those of which the file has a few rows only.
    private const string StoredMonthsSql = """
        SELECT j.code AS place, m.month, m.entering, m.stored, m.known
        FROM crime.foreseen_months(@id, @source) AS m
        JOIN crime.jurisdiction j ON j.ordinal = m.ordinal
        WHERE m.entering * 2 >= m.stored
          AND (m.entering > m.known OR m.stored > m.known)
        ORDER BY m.month, m.ordinal
        LIMIT @most
        """;

    private const string UnstoredSql = """
        SELECT n.row_number
        FROM crime.unstored_rows(@id) AS n
        """;

    private const string StoredSql = """
        SELECT r.month, r.ordinal, r.head_id, r.cases::bigint AS cases
        FROM crime.rollup_month_registered r
        WHERE r.level = @level
          AND r.head_id = ANY(@heads)
          AND r.ordinal = ANY(@ordinals)
          AND r.month >= @from
          AND r.month <= @last
        """;

    // Of the rows that were repaired or imputed only those count that are new cases.
    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (_info.Prepared is not { HasMarks: true } prepared || _judged.Rows == _judged.Accepted + _judged.Rejected)
            return;
        await using var command = Command(UnstoredSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            prepared.Leave(reader.GetInt64(0));
    }

    public async Task<IReadOnlyList<ForesightPlace>> ForeseenPlacesAsync(CancellationToken cancellationToken) =>
        [.. (await ForeseenAsync<PlaceRow>(ForeseenPlacesSql, null, cancellationToken))
            .Select(row => new ForesightPlace(row.Ordinal, row.OrdinalUntil, (JurisdictionLevel)row.Level, row.Code))];

    /// <param name="most">Rows of each fate.</param>
    public async Task<IReadOnlyList<ForeseenRow>> ForeseenRowsAsync(int most, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(
            ForeseenRowsSql, new { id = _info.Id, most }, _session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        var rows = await _session.Connection.QueryAsync<ForeseenRow, ConflictContentRow?, ConflictContentRow?, ForeseenRow>(
            command, (head, entering, known) => head with { New = entering, Old = known }, splitOn: ConflictContentRow.FirstColumn);
        return [.. rows];
    }

    public async Task<IReadOnlyList<ForesightCount>> ForeseenChangesAsync(CancellationToken cancellationToken) =>
        [.. (await ForeseenAsync<CountRow>(ForeseenChangesSql, new { id = _info.Id }, cancellationToken)).Select(row => row.ToCount())];

    public async Task<IReadOnlyList<ForesightValue>> ForeseenValuesAsync(CancellationToken cancellationToken) =>
        [.. await ForeseenAsync<ForesightValue>(ForeseenValuesSql, new { id = _info.Id }, cancellationToken)];

    public async Task<IReadOnlyList<StoredMonth>> StoredMonthsAsync(CancellationToken cancellationToken) =>
        [.. (await ForeseenAsync<StoredMonthRow>(
            StoredMonthsSql, new { id = _info.Id, source = _info.Source, most = StoredMonth.Most }, cancellationToken))
            .Select(row => new StoredMonth(row.Place, Month.Of(row.Month), row.Entering, row.Stored, row.Known))];

    /// <summary>Cases that are stored, as the person may see them.</summary>
    public async Task<IReadOnlyList<ForesightCount>> StoredAsync(
        JurisdictionLevel level, IReadOnlyList<int> ordinals, short[] heads, Month from, Month last, CancellationToken cancellationToken) =>
        [.. (await ForeseenAsync<CountRow>(
            StoredSql, new { level = (short)level, ordinals = ordinals.ToArray(), heads, from = from.First, last = last.First }, cancellationToken))
            .Select(row => row.ToCount())];

    private Task<IEnumerable<T>> ForeseenAsync<T>(string sql, object? values, CancellationToken cancellationToken) => _session.Connection.QueryAsync<T>(
        new CommandDefinition(sql, values, _session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken));

    /// <summary>A row that is a known case.</summary>
    internal sealed record ForeseenRow
    {
        public long Row { get; init; }

        public string Fate { get; init; } = "";

        public long TwinId { get; init; }

        public bool? IsUpdate { get; init; }

        public string[]? Differs { get; init; }

        public ConflictContentRow? New { get; init; }

        public ConflictContentRow? Old { get; init; }
    }

    private sealed record PlaceRow
    {
        public int Ordinal { get; init; }

        public int OrdinalUntil { get; init; }

        public short Level { get; init; }

        public string Code { get; init; } = "";
    }

    private sealed record StoredMonthRow
    {
        public string Place { get; init; } = "";

        public DateOnly Month { get; init; }

        public long Entering { get; init; }

        public long Stored { get; init; }

        public long Known { get; init; }
    }

    private sealed record CountRow
    {
        public DateOnly Month { get; init; }

        public int Ordinal { get; init; }

        public short HeadId { get; init; }

        public long Cases { get; init; }

        public ForesightCount ToCount() => new(Core.Incidents.Month.Of(Month), Ordinal, HeadId, Cases);
    }
}
