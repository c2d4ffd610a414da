using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Cases;

/// <summary>Reads what cases are held against, as the person, under row-level security.</summary>
internal sealed class CaseFeatureReader(NpgsqlDataSource dataSource) : ICaseFeatureReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    // Of one day the hour goes before the order of the data.
    private const string BeforeSql = """
        SELECT w.id, w.days_since_previous, w.recent
        FROM (
            SELECT i.id, i.occurred_on - lag(i.occurred_on) OVER (
                    PARTITION BY s.low, i.head_id ORDER BY i.occurred_on, i.occurred_from, i.id) AS days_since_previous,
                count(*) OVER (
                    PARTITION BY s.low, i.head_id ORDER BY i.occurred_on
                    RANGE BETWEEN make_interval(days => @days) PRECEDING AND interval '1 day' PRECEDING)::integer AS recent
            FROM unnest(@lows, @highs) AS s (low, high)
            JOIN crime.incident i ON i.ordinal >= s.low AND i.ordinal < s.high
            WHERE i.head_id = ANY(@heads)
              AND i.occurred_on <= @last
              AND NOT i.is_sensitive) AS w
        WHERE w.id = ANY(@ids)
        """;

    private const string SpotsSql = """
        SELECT i.id, i.head_id, i.occurred_on, i.latitude, i.longitude
        FROM crime.incident i
        WHERE i.head_id = ANY(@heads)
          AND i.occurred_on >= @from
          AND i.occurred_on <= @last
          AND i.place_precision <= 1
          AND i.latitude IS NOT NULL
          AND NOT i.is_sensitive
        ORDER BY i.occurred_on, i.id
        """;

    public async Task<IReadOnlyList<CaseBefore>> BeforeAsync(
        Viewer viewer, IReadOnlyList<(int From, int Until)> stations, short[] heads, DateOnly last, long[] ids, CancellationToken cancellationToken)
    {
        var values = new
        {
            lows = stations.Select(station => station.From).ToArray(),
            highs = stations.Select(station => station.Until).ToArray(),
            heads,
            last,
            ids,
            days = Repeats.RecentDays,
        };
        return [.. (await ReadAsync<BeforeRow>(BeforeSql, values, viewer, cancellationToken))
            .Select(row => new CaseBefore(row.Id, row.DaysSincePrevious, row.Recent))];
    }

    public async Task<IReadOnlyList<CaseSpot>> SpotsAsync(Viewer viewer, short[] heads, DateOnly from, DateOnly last, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<SpotRow>(SpotsSql, new { heads, from, last }, viewer, cancellationToken))
            .Select(row => new CaseSpot(row.Id, row.HeadId, row.OccurredOn, new GeoPoint(row.Latitude, row.Longitude)))];

    private Task<List<T>> ReadAsync<T>(string sql, object values, Viewer viewer, CancellationToken cancellationToken) =>
        PersonSession.ListAsync<T>(dataSource, viewer, s_timeout, sql, values, cancellationToken);

    private sealed record BeforeRow
    {
        public long Id { get; init; }

        public int? DaysSincePrevious { get; init; }

        public int Recent { get; init; }
    }

    private sealed record SpotRow
    {
        public long Id { get; init; }

        public short HeadId { get; init; }

        public DateOnly OccurredOn { get; init; }

        public double Latitude { get; init; }

        public double Longitude { get; init; }
    }
}
