using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Reference;

/// <summary>Reads the state of the data; remembers it while changes are heard of.</summary>
internal sealed class DataStatusReader : IDataStatusReader
{
    private static readonly TimeSpan s_life = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _dataSource;
    private readonly Remembered<bool, DataStatus> _remembered;

    public DataStatusReader(NpgsqlDataSource dataSource, DatabaseNews news, TimeProvider time)
    {
        _dataSource = dataSource;
        _remembered = new Remembered<bool, DataStatus>(news, s_life, time);
        news.DataChanged += () => _remembered.Forget(true);
    }

    /// <summary>Remembers nothing.</summary>
    public DataStatusReader(NpgsqlDataSource dataSource)
        : this(dataSource, new DatabaseNews(), TimeProvider.System)
    {
    }

    private const string StatusSql = """
        SELECT data_version, is_synthetic, incident_count, first_month, as_of, last_imported_at, months_version, last_reported_on, assumed_registrations, coverage,
               crime.has_registered_cases() AS is_demo_over
        FROM crime.data_state
        """;

    public async ValueTask<DataStatus> GetAsync(CancellationToken cancellationToken) =>
        await _remembered.GetAsync(true, () => ReadAsync(CancellationToken.None), cancellationToken);

    private async Task<DataStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await _dataSource.ReadAsync(
            connection => connection.QuerySingleAsync<StatusRow>(new CommandDefinition(StatusSql, cancellationToken: cancellationToken)), cancellationToken);
        DateTimeOffset? imported = row.LastImportedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
        return new DataStatus(row.DataVersion, row.IsSynthetic, row.IncidentCount, row.FirstMonth, row.AsOf, imported)
        {
            IsDemoOver = row.IsDemoOver,
            MonthsVersion = row.MonthsVersion,
            Until = row.LastReportedOn?.AddDays(1),
            Coverage = row.Coverage,
            AssumedRegistrations = row.AssumedRegistrations,
        };
    }

    private sealed record StatusRow
    {
        public long DataVersion { get; init; }

        public bool IsSynthetic { get; init; }

        public long IncidentCount { get; init; }

        public DateOnly? FirstMonth { get; init; }

        public DateOnly? AsOf { get; init; }

        public DateTime? LastImportedAt { get; init; }

        public bool IsDemoOver { get; init; }

        public long MonthsVersion { get; init; }

        public DateOnly? LastReportedOn { get; init; }

        public double? Coverage { get; init; }

        public long AssumedRegistrations { get; init; }
    }
}
