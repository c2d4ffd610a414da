using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Runs;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Changes points and intervals of the forecasts a run has stored, head by head, in one transaction.</summary>
internal sealed class ForecastChanges(NpgsqlDataSource app)
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
        SELECT crime.store_coherent_forecasts(@run, @kind, @name, @holder, @lo, @hi)
        """;

    public async Task StoreAsync(
        RunClaim claim, SeriesSet set, Func<IReadOnlyList<PlacedForecast>, ImmutableArray<ForecastReport>> reconcile, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, claim.Owner, timeout: null, cancellationToken);
        var (lo, hi, step) = (set.Area.Ordinal, set.Area.OrdinalUntil, (short)set.Step);
        foreach (var head in set.Heads)
        {
            var parameters = new { run = claim.Run, lo, hi, step, head };
            var rows = await session.Connection.QueryAsync<StoredForecastRow>(session.Command(ReadSql, parameters, cancellationToken));
            var same = SameHistory(rows);
            var reports = await Task.Run(() => reconcile([.. same.Select(row => new PlacedForecast(row.Ordinal, row.ToReport(set.Step)))]), cancellationToken);
            await CopyAsync(session, claim, set, head, same, reports, cancellationToken);
        }

        var stored = new { run = claim.Run, kind = claim.Kind, name = claim.Unit.Name, holder = claim.Holder, lo, hi };
        await session.Connection.ExecuteAsync(session.Command(StoreSql, stored, cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    // Data that changed during the run leave places behind that know less or more months; those stay as they are.
    private static List<StoredForecastRow> SameHistory(IEnumerable<StoredForecastRow> rows)
    {
        var all = rows.AsList();
        return all.FindAll(row => (row.HistoryFrom, row.DataVersion) == (all[0].HistoryFrom, all[0].DataVersion));
    }

    private static async Task CopyAsync(
        PersonSession session,
        RunClaim claim,
        SeriesSet set,
        short head,
        List<StoredForecastRow> rows,
        ImmutableArray<ForecastReport> reports,
        CancellationToken cancellationToken)
    {
        await using var copy = await session.Connection.BeginBinaryImportAsync(CopySql, cancellationToken);
        for (var i = 0; i < reports.Length; i++)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(rows[i].Ordinal, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync((short)set.Step, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(head, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync((short)claim.Reference.Jurisdictions.AtOrdinal(rows[i].Ordinal)!.Level, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(rows[i].HistoryFrom, NpgsqlDbType.Date, cancellationToken);
            await copy.WriteAsync(rows[i].DataVersion, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(claim.Run, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(StoredForecastRow.MeanOf(reports[i]), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(StoredForecastRow.BoundsOf(reports[i]), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
