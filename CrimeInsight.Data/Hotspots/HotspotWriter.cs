using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Forecasting;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrimeInsight.Data.Hotspots;

/// <summary>Stores the results of a chunk in one transaction, in the place of the older ones, through the owner's function.</summary>
internal sealed class HotspotWriter(NpgsqlDataSource app)
{
    private const string CopySql = """
        COPY crime.hotspot_incoming (
            ordinal, ordinal_until, head_id, kind, data_version, reference_version, plan_version, run_id, period_until, months, neighbours, level, seed, report)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string StoreSql = """
        SELECT crime.store_hotspots(@run, @name, @lo, @hi, @work, @version)
        """;

    public async Task StoreAsync(Guid run, ForecastChunk chunk, HotspotPanel panel, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, viewer, timeout: null, cancellationToken);
        await using (var copy = await session.Connection.BeginBinaryImportAsync(CopySql, cancellationToken))
        {
            foreach (var result in panel.Results)
                await WriteAsync(copy, run, chunk, panel, result, cancellationToken);
            await copy.CompleteAsync(cancellationToken);
        }

        var parameters = new { run, name = chunk.Name, lo = chunk.Area.Ordinal, hi = chunk.Area.OrdinalUntil, work = chunk.Work, version = panel.DataVersion };
        await session.Connection.ExecuteAsync(new CommandDefinition(StoreSql, parameters, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    private static async Task WriteAsync(
        NpgsqlBinaryImporter copy, Guid run, ForecastChunk chunk, HotspotPanel panel, HotspotResult result, CancellationToken cancellationToken)
    {
        var request = result.Request;
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(chunk.Area.Ordinal, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(chunk.Area.OrdinalUntil, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(result.HeadId, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync(result.Kind, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync(panel.DataVersion, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(panel.ReferenceVersion, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(ForecastPlan.Version, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(run, NpgsqlDbType.Uuid, cancellationToken);
        await copy.WriteAsync(request.PeriodAt(panel.Until).Until, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync((short)request.Months, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync((short)request.Neighbours, NpgsqlDbType.Smallint, cancellationToken);
        await copy.WriteAsync(request.Level, NpgsqlDbType.Double, cancellationToken);
        await copy.WriteAsync(request.Seed, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(result.Json, NpgsqlDbType.Json, cancellationToken);
    }
}
