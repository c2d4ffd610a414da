using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Reads stored forecasts as the person; the database leaves out what lies outside their places.</summary>
internal sealed class StoredForecastReader(NpgsqlDataSource app, IReferenceDataReader references, ForecastCalibrator calibrator) : IStoredForecastReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string FindSql = """
        SELECT ordinal, obstacle, volume_band, history_from, data_version, computed_at, model, form, history, mean, bounds, detail::text AS detail
        FROM crime.forecast
        WHERE ordinal = ANY(@ordinals)
          AND step = @step
          AND head_id = @head
        """;

    private const string ProgressSql = """
        SELECT state, done, total, busy_ms
        FROM crime.forecast_progress()
        """;

    public async Task<StoredForecast?> FindAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        if (reference.Jurisdictions.Find(jurisdictionCode) is not { } place || reference.Heads.Find(headCode) is not { } head)
            return null;
        var rows = await ReadAsync([place.Ordinal], head.Id, step, viewer, cancellationToken);
        return rows.FirstOrDefault()?.ToForecast(place.Code, head.Code, step);
    }

    public async Task<ForecastRanking> RankAsync(string jurisdictionCode, string headCode, SeriesStep step, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        if (reference.Jurisdictions.Find(jurisdictionCode) is not { } place || reference.Heads.Find(headCode) is not { } head)
            return new ForecastRanking(null, [], false, 0);
        var parts = reference.Jurisdictions.ChildrenOf(place.Id);
        IReadOnlyList<Jurisdiction> ranked = parts.Count == 0 ? [place] : parts;
        var rows = await ReadAsync([.. ranked.Select(part => part.Ordinal)], head.Id, step, viewer, cancellationToken);
        return RankingBuilder.Build(reference.Jurisdictions, rows, step);
    }

    public Task<ForecastCalibration?> FindCalibrationAsync(SeriesStep step, CancellationToken cancellationToken) =>
        calibrator.FindAsync(step, run: null, cancellationToken);

    public async Task<RunProgress?> FindProgressAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ProgressRow>(new CommandDefinition(ProgressSql, cancellationToken: cancellationToken));
        return row is null ? null : new RunProgress(row.State == "running", row.Done, row.Total, TimeSpan.FromMilliseconds(row.BusyMs));
    }

    private async Task<List<StoredForecastRow>> ReadAsync(int[] ordinals, short head, SeriesStep step, Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await PersonSession.ReadAsync(app, viewer, s_timeout, session => session.Connection.QueryAsync<StoredForecastRow>(new CommandDefinition(
            FindSql, new { ordinals, step = (short)step, head }, session.Transaction, cancellationToken: cancellationToken)), cancellationToken);
        return rows.AsList();
    }

    private sealed record ProgressRow(string State, long Done, long Total, long BusyMs);
}
