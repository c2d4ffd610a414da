using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Stores the forecasts of a chunk in one transaction, in the place of the older ones, through the owner's function.</summary>
internal sealed class ForecastWriter(NpgsqlDataSource app)
{
    private const string CopySql = """
        COPY crime.forecast_incoming (
            ordinal, step, head_id, level, obstacle, volume_band, history_from, data_version, run_id, model, form, history, mean, bounds, detail)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string StoreSql = """
        SELECT crime.store_forecasts(@run, @name, @step, @levels, @lo, @hi, @work, @version)
        """;

    public async Task StoreAsync(
        Guid run, ForecastChunk chunk, HistoryPanel panel, IReadOnlyList<ForecastResult> results, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, viewer, timeout: null, cancellationToken);
        await using (var copy = await session.Connection.BeginBinaryImportAsync(CopySql, cancellationToken))
        {
            foreach (var result in results)
                await WriteAsync(copy, run, panel, result, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        var parameters = new
        {
            run,
            name = chunk.Name,
            step = (short)chunk.Step,
            levels = chunk.Levels.Select(level => (short)level).ToArray(),
            lo = chunk.Area.Ordinal,
            hi = chunk.Area.OrdinalUntil,
            work = chunk.Work,
            version = panel.DataVersion,
        };
        await session.Connection.ExecuteAsync(new CommandDefinition(StoreSql, parameters, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

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
