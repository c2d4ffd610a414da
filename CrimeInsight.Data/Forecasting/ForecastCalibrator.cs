using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// Learns weights and interval widths from a sample of the series of a run, once a run and step: series of every volume
/// from a few areas spread over the country.
/// </summary>
internal sealed class ForecastCalibrator(NpgsqlDataSource app, HistoryReader histories)
{
    private const int MostAreas = 6;
    private const int MostMonthly = 900;
    private const int MostWeekly = 200;

    private const string FindSql = """
        SELECT calibration::text
        FROM crime.forecast_calibration
        WHERE step = @step
          AND (@run::uuid IS NULL OR run_id = @run::uuid)
        """;

    private const string StoreSql = """
        SELECT crime.store_forecast_calibration(@run, @step, @version, @calibration::jsonb)
        """;

    // What was read last, so that the same stays the same.
    private readonly ConcurrentDictionary<SeriesStep, (string Stored, ForecastCalibration Calibration)> _read = new();

    /// <param name="run">What this run learned; null: what is stored.</param>
    public async Task<ForecastCalibration?> FindAsync(SeriesStep step, Guid? run, CancellationToken cancellationToken)
    {
        var stored = await app.ReadAsync(
            connection => connection.ExecuteScalarAsync<string?>(new CommandDefinition(FindSql, new { step = (short)step, run }, cancellationToken: cancellationToken)), cancellationToken);
        if (stored is null)
            return null;
        if (_read.TryGetValue(step, out var before) && before.Stored == stored)
            return before.Calibration;
        var calibration = JsonSerializer.Deserialize<ForecastCalibration>(stored)!;
        _read[step] = (stored, calibration);
        return calibration;
    }

    /// <summary>What the run learned before, else learns it and stores it.</summary>
    public async Task<ForecastCalibration> EnsureAsync(Guid run, SeriesStep step, ImmutableArray<ForecastChunk> plan, Viewer owner, int threads, CancellationToken cancellationToken)
    {
        if (await FindAsync(step, run, cancellationToken) is { } known)
            return known;
        var panel = await SampleAsync(step, plan, owner, cancellationToken);
        var calibration = await Task.Run(() => SeriesForecasts.Learn(panel, [], threads, cancellationToken), cancellationToken);
        await using var session = await PersonSession.OpenAsync(app, owner, timeout: null, cancellationToken);
        var parameters = new { run, step = (short)step, version = panel.DataVersion, calibration = JsonSerializer.Serialize(calibration) };
        await session.Connection.ExecuteAsync(new CommandDefinition(StoreSql, parameters, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
        return calibration;
    }

    private async Task<HistoryPanel> SampleAsync(SeriesStep step, ImmutableArray<ForecastChunk> plan, Viewer owner, CancellationToken cancellationToken)
    {
        var most = step == SeriesStep.Month ? MostMonthly : MostWeekly;
        var kinds = plan.Where(chunk => chunk.Kind == ForecastChunkKind.Series && chunk.Step == step && chunk.Work > 0).GroupBy(chunk => chunk.Levels[0]).ToList();
        var sample = new HistoryPanel(default, step, [], 0);
        foreach (var kind in kinds)
        {
            var found = new List<SeriesHistory>();
            foreach (var chunk in Every(kind.ToList(), MostAreas))
            {
                var panel = await histories.ReadAsync(chunk, owner, cancellationToken);
                found.AddRange(panel.Series.Where(series => !series.IsWithheld));
                sample = panel with { Series = sample.Series };
            }

            // From busy to quiet, so that every volume is among them.
            var byVolume = found.OrderByDescending(series => series.Counts.Sum()).ToList();
            sample = sample with { Series = [.. sample.Series, .. Every(byVolume, most / kinds.Count)] };
        }

        return sample;
    }

    // At most so many, evenly spread over the list.
    private static IEnumerable<T> Every<T>(List<T> list, int most) =>
        Enumerable.Range(0, Math.Min(most, list.Count)).Select(i => list[(int)((long)i * list.Count / Math.Min(most, list.Count))]);
}
