using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Queries;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// Reads all histories of a set in one statement, as a person, by date of registration: months of districts and above from the
/// rollup, weeks and everything below from the incidents.
/// </summary>
internal sealed class HistoryReader(NpgsqlDataSource app, IReferenceDataReader references, IOptions<PrivacyOptions> privacy) : ISeriesHistories
{
    // Grouping a large state takes more than the usual memory for a step of a query.
    private const string StateSql = """
        SET LOCAL work_mem = '64MB';

        SELECT months_version AS data_version, first_month, as_of, minimum_total
        FROM crime.data_state
        """;

    private const string RollupSql = """
        SELECT r.ordinal, r.head_id, (date_part('year', r.month)::integer * 12 + date_part('month', r.month)::integer - 1) - @first AS index, r.cases
        FROM crime.rollup_month_registered r
        WHERE r.level = ANY(@levels)
          AND r.head_id = ANY(@leaves)
          AND r.ordinal >= @lo
          AND r.ordinal < @hi
          AND r.month >= @from
          AND r.month < @until
        """;

    private const string MonthsSql = """
        SELECT r.ordinal, r.head_id, (date_part('year', r.reported_on)::integer * 12 + date_part('month', r.reported_on)::integer - 1) - @first AS index, count(*)::integer
        FROM crime.incident r
        WHERE r.ordinal >= @lo
          AND r.ordinal < @hi
          AND r.reported_on >= @from
          AND r.reported_on < @until
          AND r.occurred_on < @until
        GROUP BY 1, 2, 3
        """;

    // Protected cases are counted in no week. Those of sensitive heads say which series are withheld.
    private const string WeeksSql = """
        SELECT r.ordinal, r.head_id, (r.reported_on - @from) / 7 AS index, count(*)::integer
        FROM crime.incident r
        WHERE r.ordinal >= @lo
          AND r.ordinal < @hi
          AND r.reported_on >= @from
          AND r.reported_on < @until
          AND r.occurred_on < @until
          AND (NOT r.is_sensitive OR r.head_id = ANY(@protected))
        GROUP BY 1, 2, 3
        """;

    public async Task<HistoryPanel> ReadAsync(SeriesSet set, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        await using var session = await PersonSession.OpenSnapshotAsync(app, viewer, timeout: null, cancellationToken);
        var state = await session.Connection.QuerySingleAsync<StateRow>(
            new CommandDefinition(StateSql, transaction: session.Transaction, cancellationToken: cancellationToken));
        if (state is not { FirstMonth: { } first, AsOf: { } asOf } || asOf <= first)
            return new HistoryPanel(default, set.Step, [], state.DataVersion);
        var span = HistorySpan.Of(set.Step, first, asOf);
        var collector = new HistoryCollector(reference, set, span.Length, state.MinimumTotal ?? privacy.Value.MinimumTotal);
        if (span.Length > 0)
            await CollectAsync(set, span, collector, session, cancellationToken);
        return new HistoryPanel(span.From, set.Step, collector.Finish(), state.DataVersion);
    }

    private static async Task CollectAsync(
        SeriesSet set, HistorySpan span, HistoryCollector collector, PersonSession session, CancellationToken cancellationToken)
    {
        var isRollup = set.Step == SeriesStep.Month && set.Levels.All(level => level <= JurisdictionLevel.District);
        await using var command = new NpgsqlCommand(isRollup ? RollupSql : set.Step == SeriesStep.Month ? MonthsSql
            : WeeksSql, session.Connection, session.Transaction)
        {
            CommandTimeout = 0,
        };
        command.Parameters.AddWithValue("lo", set.Area.Ordinal);
        command.Parameters.AddWithValue("hi", set.Area.OrdinalUntil);
        command.Parameters.AddWithValue("from", span.From);
        command.Parameters.AddWithValue("until", span.Until);
        if (set.Step == SeriesStep.Month)
            command.Parameters.AddWithValue("first", span.From.Year * 12 + span.From.Month - 1);
        else
            command.Parameters.AddWithValue("protected", collector.SensitiveLeaves);
        if (isRollup)
        {
            command.Parameters.AddWithValue("levels", set.Levels.Select(level => (short)level).ToArray());
            command.Parameters.AddWithValue("leaves", collector.Leaves);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            collector.Add(reader.GetInt32(0), isRollup, reader.GetInt16(1), reader.GetInt32(2), reader.GetInt32(3));
    }

    private sealed record StateRow
    {
        public long DataVersion { get; init; }

        public DateOnly? FirstMonth { get; init; }

        public DateOnly? AsOf { get; init; }

        public int? MinimumTotal { get; init; }
    }
}
