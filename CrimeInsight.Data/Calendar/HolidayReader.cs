using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Calendar;

internal sealed class HolidayReader(NpgsqlDataSource dataSource, IReferenceDataReader references) : IHolidayReader
{
    private const string HolidaysSql = """
        SELECT day, key, array_to_string(regions, ' ') AS regions, is_estimated, names::text AS names
        FROM crime.holiday
        ORDER BY day, key, regions
        """;

    private volatile HolidayCalendar? _current;

    public async ValueTask<HolidayCalendar> GetAsync(CancellationToken cancellationToken)
    {
        var version = (await references.GetAsync(cancellationToken)).Version;
        if (_current is { } known && known.Version == version)
            return known;
        var rows = await dataSource.ReadAsync(
            connection => connection.QueryAsync<HolidayRow>(new CommandDefinition(HolidaysSql, cancellationToken: cancellationToken)), cancellationToken);
        return _current = new HolidayCalendar(
            [.. rows.Select(
                row => new Holiday(
                    row.Key, row.Day, [.. row.Regions.Split(' ', StringSplitOptions.RemoveEmptyEntries)], row.IsEstimated, DapperSetup.ReadNames(row.Names)))],
                    version);
    }

    private sealed record HolidayRow(DateOnly Day, string Key, string Regions, bool IsEstimated, string Names);
}
