using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Runs;
using Npgsql;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Saved mappings.</summary>
internal sealed class MappingStore(NpgsqlDataSource app) : IMappingStore
{
    private const string Columns = "id, name, version, encode(fingerprint, 'hex') AS fingerprint, mapping::text AS mapping, saved_by, saved_at";

    private const string ListSql = $"""
        SELECT DISTINCT ON (name) {Columns}
        FROM crime.import_mapping
        ORDER BY name, version DESC
        """;

    // Two who save at once get two versions: the second finds the number taken and asks again.
    private const string SaveSql = $"""
        INSERT INTO crime.import_mapping (id, name, version, fingerprint, mapping, person_id, saved_by)
        SELECT @id, @name, coalesce(max(m.version), 0) + 1, decode(@fingerprint, 'hex'), @json::json, crime.current_person(), @savedBy
        FROM crime.import_mapping m
        WHERE m.name = @name
        ON CONFLICT (name, version) DO NOTHING
        RETURNING {Columns}
        """;

    public async Task<IReadOnlyList<SavedMapping>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        [.. (await app.QueryAsync<Row>(viewer, ListSql, new { }, cancellationToken)).Select(row => row.ToMapping())];

    public async Task<SavedMapping> SaveAsync(Viewer viewer, string name, string fingerprint, string json, CancellationToken cancellationToken)
    {
        while (true)
        {
            var parameters = new { id = Guid.CreateVersion7(), name, fingerprint, json, savedBy = viewer.UserName };
            if ((await app.QueryAsync<Row>(viewer, SaveSql, parameters, cancellationToken)).SingleOrDefault() is { } saved)
                return saved.ToMapping();
        }
    }

    private sealed record Row(Guid Id, string Name, int Version, string Fingerprint, string Mapping, string SavedBy, DateTime SavedAt)
    {
        public SavedMapping ToMapping() => new(Id, Name, Version, Fingerprint, Mapping, SavedBy, new DateTimeOffset(SavedAt, TimeSpan.Zero));
    }
}
