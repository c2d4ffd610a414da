using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Reads stored forecasts as the person; the database leaves out what lies outside their places.</summary>
internal sealed class StoredForecastReader(NpgsqlDataSource app, IReferenceDataReader references, IForecastStore store) : IStoredForecastReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string FindSql = """
        SELECT ordinal, obstacle, volume_band, history_from, data_version, computed_at, model, form, history, mean, bounds, detail::text AS detail
        FROM crime.forecast
        WHERE ordinal = ANY(@ordinals)
          AND step = @step
          AND head_id = @head
        """;

    // The sums are short text at the end of a row's detail; what older versions stored has none.
    private const string AccuracySql = """
        SELECT
            level,
            volume_band,
            count(*) AS series_count,
            sum((sums->>0)::bigint)::bigint AS comparisons,
            sum((sums->>1)::double precision) AS absolute_sum,
            sum((sums->>2)::double precision) AS square_sum,
            coalesce(sum((sums->>3)::double precision), 0) AS cases_sum
        FROM (
            SELECT level, volume_band, detail->'s' AS sums
            FROM crime.forecast
            WHERE ordinal >= @lo
              AND ordinal < @hi
              AND step = @step
              AND head_id = @head
              AND obstacle IS NULL
              AND volume_band IS NOT NULL
            OFFSET 0) AS known
        WHERE sums IS NOT NULL
        GROUP BY level, volume_band
        HAVING sum((sums->>0)::bigint) > 0
        ORDER BY level, volume_band
        """;

    public async Task<ImmutableArray<LevelAccuracy>> AccuracyAsync(
        string? jurisdictionCode, string headCode, Viewer viewer, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        var place = reference.Jurisdictions.Find(jurisdictionCode ?? reference.Jurisdictions.Root?.Code ?? "");
        if (place is null || reference.Heads.Find(headCode) is not { } head)
            return [];
        await using var session = await PersonSession.OpenAsync(app, viewer, s_timeout, cancellationToken);
        var parameters = new { lo = place.Ordinal, hi = place.OrdinalUntil, step = (short)SeriesStep.Month, head = head.Id };
        var rows = await session.Connection.QueryAsync<AccuracyRow>(
            new CommandDefinition(AccuracySql, parameters, session.Transaction, cancellationToken: cancellationToken));
        return [.. rows.Select(
            row => new LevelAccuracy(
                (JurisdictionLevel)row.Level, row.VolumeBand, row.SeriesCount, row.Comparisons, row.AbsoluteSum, row.SquareSum, row.CasesSum))];
    }

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
        store.FindCalibrationAsync(step, run: null, cancellationToken);

    private async Task<List<StoredForecastRow>> ReadAsync(int[] ordinals, short head, SeriesStep step, Viewer viewer, CancellationToken cancellationToken)
    {
        var rows = await PersonSession.ReadAsync(app, viewer, s_timeout, session => session.Connection.QueryAsync<StoredForecastRow>(new CommandDefinition(
            FindSql, new { ordinals, step = (short)step, head }, session.Transaction, cancellationToken: cancellationToken)), cancellationToken);
        return rows.AsList();
    }

    private sealed record AccuracyRow
    {
        public short Level { get; init; }

        public short VolumeBand { get; init; }

        public long SeriesCount { get; init; }

        public long Comparisons { get; init; }

        public double AbsoluteSum { get; init; }

        public double SquareSum { get; init; }

        public double CasesSum { get; init; }
    }
}
