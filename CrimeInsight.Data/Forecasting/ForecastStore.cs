using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Runs;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Stores the forecasts of a unit in one transaction, in the place of the older ones, through the owner's functions.</summary>
internal sealed class ForecastStore(NpgsqlDataSource app) : IForecastStore
{
    private const string FindCalibrationSql = """
        SELECT calibration::text
        FROM crime.forecast_calibration
        WHERE step = @step
          AND (@run::uuid IS NULL OR run_id = @run::uuid)
        """;

    private const string StoreCalibrationSql = """
        SELECT crime.store_forecast_calibration(@run, @kind, @name, @holder, @step, @version, @calibration::jsonb)
        """;

    private const string CopySql = """
        COPY crime.forecast_incoming (
            ordinal, step, head_id, level, obstacle, volume_band, history_from, data_version, run_id, model, form, history, mean, bounds, detail)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string StoreSql = """
        SELECT crime.store_forecasts(@run, @kind, @name, @holder, @lo, @hi, @counts::jsonb, @step, @levels, @version)
        """;

    private readonly ForecastChanges _changes = new(app);

    // What was read last, so that the same stays the same.
    private readonly ConcurrentDictionary<SeriesStep, (string Stored, ForecastCalibration Calibration)> _read = new();

    public async Task<ForecastCalibration?> FindCalibrationAsync(SeriesStep step, Guid? run, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(FindCalibrationSql, new { step = (short)step, run }, cancellationToken: cancellationToken);
        var stored = await app.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(command), cancellationToken);
        if (stored is null)
            return null;
        if (_read.TryGetValue(step, out var before) && before.Stored == stored)
            return before.Calibration;
        var calibration = JsonSerializer.Deserialize<ForecastCalibration>(stored)!;
        _read[step] = (stored, calibration);
        return calibration;
    }

    public Task StoreCalibrationAsync(
        RunClaim claim, SeriesStep step, long dataVersion, ForecastCalibration calibration, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            run = claim.Run,
            kind = claim.Kind,
            name = claim.Unit.Name,
            holder = claim.Holder,
            step = (short)step,
            version = dataVersion,
            calibration = JsonSerializer.Serialize(calibration),
        };
        return app.ExecuteAsync(claim.Owner, StoreCalibrationSql, parameters, cancellationToken);
    }

    public async Task StoreAsync(RunClaim claim, SeriesSet set, HistoryPanel panel, IReadOnlyList<ForecastResult> results, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, claim.Owner, timeout: null, cancellationToken);
        await using (var copy = await session.Connection.BeginBinaryImportAsync(CopySql, cancellationToken))
        {
            foreach (var result in results)
                await WriteAsync(copy, claim.Run, panel, result, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        var parameters = new
        {
            run = claim.Run,
            kind = claim.Kind,
            name = claim.Unit.Name,
            holder = claim.Holder,
            lo = set.Area.Ordinal,
            hi = set.Area.OrdinalUntil,
            counts = JsonSerializer.Serialize(CountsOf(results)),
            step = (short)set.Step,
            levels = set.Levels.Select(level => (short)level).ToArray(),
            version = panel.DataVersion,
        };
        await session.Connection.ExecuteAsync(new CommandDefinition(StoreSql, parameters, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    public Task ChangeAsync(
        RunClaim claim, SeriesSet set, Func<IReadOnlyList<PlacedForecast>, ImmutableArray<ForecastReport>> reconcile, CancellationToken cancellationToken) =>
        _changes.StoreAsync(claim, set, reconcile, cancellationToken);

    private static Dictionary<string, long> CountsOf(IReadOnlyList<ForecastResult> results) => new()
    {
        [ForecastPart.Stored] = results.Count(result => result.Outcome is ForecastReport),
        [ForecastPart.Withheld] = results.Count(result => result.Outcome is ForecastImpossible { Obstacle: ForecastObstacle.Suppressed }),
        [ForecastPart.TooShort] = results.Count(result => result.Outcome is ForecastImpossible { Obstacle: not ForecastObstacle.Suppressed }),
    };

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Guid run, HistoryPanel panel, ForecastResult result, CancellationToken cancellationToken)
    {
        var (series, report) = (result.Series, result.Outcome as ForecastReport);
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(series.Place.Ordinal, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync((short)panel.Step, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync(series.HeadId, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync((short)series.Place.Level, NpgsqlDbType.Smallint, cancellationToken);
        await WriteAsync(copy, (short?)(result.Outcome as ForecastImpossible)?.Obstacle, NpgsqlDbType.Smallint, cancellationToken);
        await WriteAsync(copy, (short?)result.VolumeBand, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync(panel.From, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync(panel.DataVersion, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(run, NpgsqlDbType.Uuid, cancellationToken);
        await WriteAsync(copy, report?.Model, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(copy, report?.Form, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(copy, series.IsWithheld ? null : HistoryBytes.Write(series.Counts), NpgsqlDbType.Bytea, cancellationToken);
        await WriteAsync(copy, report is null ? null : StoredForecastRow.MeanOf(report), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
        await WriteAsync(copy, report is null ? null : StoredForecastRow.BoundsOf(report), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
        await WriteAsync(copy, report is null ? null : ForecastDetail.Write(report), NpgsqlDbType.Json, cancellationToken);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken)
        where T : class =>
        value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, short? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value is { } known ? copy.WriteAsync(known, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}
