using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Runs;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Uploads, each read and written as the person whose it is: the rows of others are not there.</summary>
internal sealed class UploadStore(NpgsqlDataSource app) : IUploadStore
{
    private const string Columns = "id, file_name, length, received, state, created_at, expires_at, sha256, mapping::text AS mapping";

    private const string AddSql = $"""
        INSERT INTO crime.upload (id, person_id, file_name, length, state, expires_at)
        VALUES (@id, crime.current_person(), @fileName, @length, CASE WHEN @length = 0 THEN 'complete' ELSE 'receiving' END, @expiresAt)
        RETURNING {Columns}
        """;

    private const string FindSql = $"""
        SELECT {Columns}
        FROM crime.upload
        WHERE id = @id
        """;

    private const string ListSql = $"""
        SELECT {Columns}
        FROM crime.upload
        WHERE expires_at > now()
        ORDER BY created_at DESC
        """;

    private const string AdvanceSql = """
        UPDATE crime.upload
        SET received = @received, state = CASE WHEN @received = length THEN 'complete' ELSE 'receiving' END, expires_at = @expiresAt
        WHERE id = @id
          AND state <> 'imported'
        """;

    private const string HashSql = """
        UPDATE crime.upload
        SET sha256 = decode(@sha256, 'hex')
        WHERE id = @id
        """;

    private const string MappingSql = """
        UPDATE crime.upload
        SET mapping = @mapping::json
        WHERE id = @id
        """;

    private const string ImportedSql = """
        UPDATE crime.upload
        SET state = 'imported'
        WHERE id = @id
        """;

    private const string RemoveSql = """
        DELETE FROM crime.upload
        WHERE id = @id
        """;

    private const string PurgeSql = "SELECT crime.purge_uploads()";

    private const string KnownSql = "SELECT crime.known_uploads(@ids)";

    public async Task<Upload> AddAsync(
        Viewer viewer, Guid id, string fileName, long length, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        try
        {
            var parameters = new { id, fileName, length, expiresAt = expiresAt.ToUniversalTime() };
            return (await app.QueryAsync<UploadRow>(viewer, AddSql, parameters, cancellationToken)).Single().ToUpload();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new UnauthorizedAccessException(refused.MessageText, refused);
        }
    }

    public async Task<Upload?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        (await app.QueryAsync<UploadRow>(viewer, FindSql, new { id }, cancellationToken)).SingleOrDefault()?.ToUpload();

    public async Task<IReadOnlyList<Upload>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        [.. (await app.QueryAsync<UploadRow>(viewer, ListSql, new { }, cancellationToken)).Select(row => row.ToUpload())];

    public Task AdvanceAsync(Viewer viewer, Guid id, long received, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, AdvanceSql, new { id, received, expiresAt = expiresAt.ToUniversalTime() }, cancellationToken);

    public Task SetHashAsync(Viewer viewer, Guid id, string sha256, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, HashSql, new { id, sha256 }, cancellationToken);

    public Task SetMappingAsync(Viewer viewer, Guid id, string? mappingJson, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, MappingSql, new { id, mapping = mappingJson }, cancellationToken);

    public Task SetImportedAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        app.ExecuteAsync(viewer, ImportedSql, new { id }, cancellationToken);

    public async Task<bool> RemoveAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        await app.ExecuteAsync(viewer, RemoveSql, new { id }, cancellationToken) > 0;

    public async Task<IReadOnlyList<Guid>> PurgeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(PurgeSql, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<IReadOnlyList<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        var command = new CommandDefinition(KnownSql, new { ids = ids.ToArray() }, cancellationToken: cancellationToken);
        return (await connection.QueryAsync<Guid>(command)).AsList();
    }
}
