using CrimeInsight.Core;
using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>The app refuses to serve through a role that row-level security does not bind.</summary>
internal static class AppRoleCheck
{
    private const int OldestServer = 15;

    // A role escapes by being superuser, by BYPASSRLS, by owning a protected table, or by being a member of a role that does.
    private const string EscapesSql = """
        SELECT current_setting('server_version_num')::integer / 10000,
               current_user::text,
               (SELECT string_agg(DISTINCT escape.how, ', ')
                FROM (
                    SELECT 'superuser' AS how FROM pg_roles r WHERE r.rolsuper AND pg_has_role(current_user, r.oid, 'MEMBER')
                    UNION ALL
                    SELECT 'BYPASSRLS' FROM pg_roles r WHERE r.rolbypassrls AND pg_has_role(current_user, r.oid, 'MEMBER')
                    UNION ALL
                    SELECT 'owner of ' || c.relname
                    FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'crime' AND c.relrowsecurity AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS escape),
               (SELECT count(*)::integer
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'crime' AND c.relrowsecurity AND c.relname IN
                    ('incident', 'incident_key', 'rollup_month', 'rollup_hour', 'rollup_victim', 'rollup_cell'))
        """;

    private const int ProtectedTables = 6;

    public static async Task RequireBoundAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(EscapesSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var version = reader.GetInt32(0);
        var role = reader.GetString(1);
        if (version < OldestServer)
            throw new OperatorException($"The PostgreSQL server is version {version}; CrimeInsight needs {OldestServer} or newer.");
        if (!await reader.IsDBNullAsync(2, cancellationToken))
            throw new OperatorException($"The database role '{role}' could bypass row-level security ({reader.GetString(2)}), so the app will not serve. Connect with a restricted role; docs/operations.md shows how to create one.");
        if (reader.GetInt32(3) < ProtectedTables)
            throw new OperatorException("Row-level security is switched off on a table of incidents, so the app will not serve. Run the migrations with the owner role (ConnectionStrings__CrimeInsightOwner).");
    }
}
