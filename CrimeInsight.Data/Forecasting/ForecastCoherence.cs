using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Reconciliation;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Makes the monthly forecasts a run has stored add up from stations to the country, head by head, in one transaction.</summary>
internal sealed class ForecastCoherence(NpgsqlDataSource app)
{
    // The widest place comes first, and every place before its parts.
    private const string ReadSql = """
        SELECT ordinal, obstacle, volume_band, history_from, data_version, computed_at, model, form, history, mean, bounds, detail::text AS detail
        FROM crime.forecast
        WHERE ordinal >= @lo
          AND ordinal < @hi
          AND step = @step
          AND head_id = @head
          AND run_id = @run
          AND obstacle IS NULL
        ORDER BY ordinal
        """;

    private const string CopySql = """
        COPY crime.forecast_incoming (ordinal, step, head_id, level, history_from, data_version, run_id, mean, bounds)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string StoreSql = """
        SELECT crime.store_coherent_forecasts(@run, @name, @lo, @hi, @work)
        """;

    /// <param name="done">Told the number of heads done.</param>
    public async Task RunAsync(
        Guid run, ForecastChunk chunk, JurisdictionTree jurisdictions, Viewer viewer, IProgress<int> done, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, viewer, timeout: null, cancellationToken);
        var (lo, hi, step) = (chunk.Area.Ordinal, chunk.Area.OrdinalUntil, (short)chunk.Step);
        for (var i = 0; i < chunk.Heads.Length; i++)
        {
            var parameters = new { run, lo, hi, step, head = chunk.Heads[i] };
            var rows = await session.Connection.QueryAsync<StoredForecastRow>(new CommandDefinition(ReadSql, parameters, session.Transaction, cancellationToken: cancellationToken));
            var same = SameHistory(rows);
            var reports = await Task.Run(() => Reconcile(same, jurisdictions, chunk.Step), cancellationToken);
            await CopyAsync(session, run, chunk, chunk.Heads[i], jurisdictions, same, reports, cancellationToken);
            done.Report(i + 1);
        }

        var stored = new { run, name = chunk.Name, lo, hi, work = chunk.Work };
        await session.Connection.ExecuteAsync(new CommandDefinition(StoreSql, stored, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    // Data that changed during the run leave places behind that know less or more months; those stay as they are.
    private static List<StoredForecastRow> SameHistory(IEnumerable<StoredForecastRow> rows)
    {
        var all = rows.AsList();
        return all.FindAll(row => (row.HistoryFrom, row.DataVersion) == (all[0].HistoryFrom, all[0].DataVersion));
    }

    private static ImmutableArray<ForecastReport> Reconcile(List<StoredForecastRow> rows, JurisdictionTree jurisdictions, SeriesStep step)
    {
        var (parents, open) = (new int[rows.Count], new Stack<int>());
        for (var i = 0; i < rows.Count; i++)
        {
            while (open.TryPeek(out var wider) && jurisdictions.AtOrdinal(rows[wider].Ordinal)!.OrdinalUntil <= rows[i].Ordinal)
                open.Pop();
            parents[i] = open.TryPeek(out var parent) ? parent : -1;
            open.Push(i);
        }

        return ForecastHierarchy.Reconcile(parents, [.. rows.Select(row => row.ToReport(step))]);
    }

    private static async Task CopyAsync(
        PersonSession session, Guid run, ForecastChunk chunk, short head, JurisdictionTree jurisdictions, List<StoredForecastRow> rows,
        ImmutableArray<ForecastReport> reports, CancellationToken cancellationToken)
    {
        await using var copy = await session.Connection.BeginBinaryImportAsync(CopySql, cancellationToken);
        for (var i = 0; i < reports.Length; i++)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(rows[i].Ordinal, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync((short)chunk.Step, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(head, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync((short)jurisdictions.AtOrdinal(rows[i].Ordinal)!.Level, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(rows[i].HistoryFrom, NpgsqlDbType.Date, cancellationToken);
            await copy.WriteAsync(rows[i].DataVersion, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(run, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(StoredForecastRow.MeanOf(reports[i]), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(StoredForecastRow.BoundsOf(reports[i]), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
