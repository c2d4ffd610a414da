using System.Text.Json;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Reference;

internal sealed class ReferenceDataReader(NpgsqlDataSource dataSource) : IReferenceDataReader, IDisposable
{
    private static readonly TimeSpan s_recheck = TimeSpan.FromSeconds(5);

    private const string VersionSql = """
        SELECT reference_version
        FROM crime.data_state
        """;

    private const string JurisdictionsSql = """
        SELECT id, parent_id, level, code, ordinal, ordinal_until, lgd_code, names::text AS names, latitude, longitude, population_2011, is_synthetic
        FROM crime.jurisdiction
        WHERE valid_until IS NULL
        ORDER BY ordinal
        """;

    private const string ChangesSql = """
        SELECT kind, place_id, other_id, valid_from, former_code, to_jsonb(former_names)::text AS former_names
        FROM crime.place_change
        ORDER BY edit_id, place_id
        """;

    private const string HeadsSql = """
        SELECT id, code, parent_id, level, is_sensitive, rank, is_residual, names::text AS names
        FROM crime.crime_head
        ORDER BY id
        """;

    private readonly SemaphoreSlim _gate = new(1);
    private volatile ReferenceData? _current;
    private long _checkedAt;

    public async ValueTask<ReferenceData> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is { } fresh && Environment.TickCount64 - Interlocked.Read(ref _checkedAt) < s_recheck.TotalMilliseconds)
            return fresh;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited here for another who asked has the answer.
            if (_current is { } asked && Environment.TickCount64 - Interlocked.Read(ref _checkedAt) < s_recheck.TotalMilliseconds)
                return asked;
            _current = await dataSource.ReadAsync(connection => CurrentAsync(connection, cancellationToken), cancellationToken);
            Interlocked.Exchange(ref _checkedAt, Environment.TickCount64);
            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<ReferenceData> CurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var version = await connection.ExecuteScalarAsync<long>(new CommandDefinition(VersionSql, cancellationToken: cancellationToken));
        return _current is { } known && known.Version == version ? known : await LoadAsync(connection, version, cancellationToken);
    }

    private static async Task<ReferenceData> LoadAsync(NpgsqlConnection connection, long version, CancellationToken cancellationToken)
    {
        var places = await connection.QueryAsync<JurisdictionRow>(new CommandDefinition(JurisdictionsSql, cancellationToken: cancellationToken));
        var changes = await connection.QueryAsync<ChangeRow>(new CommandDefinition(ChangesSql, cancellationToken: cancellationToken));
        var heads = await connection.QueryAsync<HeadRow>(new CommandDefinition(HeadsSql, cancellationToken: cancellationToken));
        return new ReferenceData(
            new JurisdictionTree(
                places.Select(ToJurisdiction),
                [
                    .. changes.Where(row => row.Kind != "merge" || row.FormerCode is not null).Select(row => new PlaceChange(
                        Enum.Parse<PlaceChangeKind>(row.Kind, ignoreCase: true), row.PlaceId, row.OtherId, row.ValidFrom, row.FormerCode,
                        JsonSerializer.Deserialize<string[]>(row.FormerNames)!)),
                ]),
            new CrimeHeadTree(heads.Select(head => new CrimeHead(
                head.Id, head.Code, head.ParentId, (CrimeHeadLevel)head.Level, head.IsSensitive, DapperSetup.ReadNames(head.Names))
            {
                Rank = head.Rank ?? short.MaxValue,
                IsResidual = head.IsResidual,
            })),
            version);
    }

    private static Jurisdiction ToJurisdiction(JurisdictionRow row) => new(
        row.Id, row.ParentId, (JurisdictionLevel)row.Level, row.Code, row.Ordinal, row.OrdinalUntil, row.LgdCode,
        DapperSetup.ReadNames(row.Names),
        row is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
        row.Population2011) { IsSynthetic = row.IsSynthetic };

    private sealed record JurisdictionRow(
        int Id, int? ParentId, short Level, string Code, int Ordinal, int OrdinalUntil, int? LgdCode, string Names,
        double? Latitude, double? Longitude, long? Population2011, bool IsSynthetic);

    private sealed record ChangeRow(string Kind, int PlaceId, int? OtherId, DateOnly ValidFrom, string? FormerCode, string FormerNames);

    private sealed record HeadRow(short Id, string Code, short? ParentId, short Level, bool IsSensitive, short? Rank, bool IsResidual, string Names);
}
