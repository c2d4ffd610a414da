using CrimeInsight.Core;
using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>The app refuses to serve through a role that row-level security does not bind.</summary>
internal static class AppRoleCheck
{
    // A role escapes by what it is, by what it owns, by reading partitions past the policies of their table, or by being a
    // member of a role that does. Attributes of roles are not inherited, but a member may SET ROLE.
    private const string EscapesSql = """
        SELECT current_user::text,
               (SELECT string_agg(DISTINCT escape.how, ', ')
                FROM (
                    SELECT attribute.how
                    FROM pg_roles r
                    CROSS JOIN LATERAL (VALUES
                        (r.rolsuper, 'superuser'), (r.rolbypassrls, 'BYPASSRLS'), (r.rolcreaterole, 'CREATEROLE'), (r.rolreplication, 'REPLICATION'),
                        (r.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'), 'member of ' || r.rolname)
                    ) AS attribute (held, how)
                    WHERE attribute.held AND pg_has_role(current_user, r.oid, 'MEMBER')
                    UNION ALL
                    SELECT 'owner of ' || c.relname
                    FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'crime' AND c.relrowsecurity AND pg_has_role(current_user, c.relowner, 'MEMBER')
                    UNION ALL
                    SELECT 'may read partitions directly'
                    FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'crime' AND c.relispartition AND c.relkind = 'r' AND has_table_privilege(current_user, c.oid, 'SELECT')) AS escape),
               (SELECT string_agg(protected.name, ', ')
                FROM unnest(@tables) AS protected (name)
                WHERE NOT EXISTS (
                    SELECT 1
                    FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'crime' AND c.relname = protected.name AND c.relrowsecurity))
        """;

    private static readonly string[] s_protectedTables =
        ["incident", "rollup_month", "rollup_hour", "rollup_victim", "rollup_cell", "rollup_month_registered", "rollup_victim_registered", "batch",
            "batch_reject", "forecast", "run", "run_unit", "result"];

    /// <exception cref="OperatorException">The role could see more than the signed-in person may.</exception>
    public static async Task RequireBoundAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(EscapesSql);
        command.Parameters.AddWithValue("tables", s_protectedTables);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var role = reader.GetString(0);
        if (!await reader.IsDBNullAsync(1, cancellationToken))
            throw new OperatorException(
                $"The database role '{role}' could bypass row-level security ({reader.GetString(1)}), so the app will not serve. Connect with a restricted "
                    + "role; docs/operations.md shows how to create one.");
        if (!await reader.IsDBNullAsync(2, cancellationToken))
            throw new OperatorException(
                $"Row-level security is missing on {reader.GetString(2)}, so the app will not serve. Switch it on again (ALTER TABLE … ENABLE ROW LEVEL "
                    + "SECURITY as the owner role), or restore the schema from a backup.");
    }
}
