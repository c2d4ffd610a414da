using CrimeInsight.Core.Setup;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Setup;

internal sealed class SetupReader(NpgsqlDataSource dataSource) : ISetupReader
{
    private const string Sql = """
        WITH stays AS (
            SELECT p.id,
                   p.role = @admin AND p.password_hash IS NOT NULL AND EXISTS (
                       SELECT 1
                       FROM crime.person_jurisdiction b
                       JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
                       WHERE b.person_id = p.id AND j.level = 0) AS is_admin
            FROM crime.person p
            WHERE p.is_active
              AND NOT p.is_demo
              AND NOT p.ends_with_demo)
        SELECT EXISTS (SELECT 1 FROM stays WHERE is_admin) AS has_own_admin,
               EXISTS (SELECT 1 FROM crime.person WHERE is_demo AND is_active) AS has_demo_accounts,
               (SELECT count(*) FROM stays WHERE NOT is_admin) AS people,
               (SELECT count(*) FROM crime.boundary_current WHERE NOT is_approximate) AS own_boundaries,
               crime.has_registered_cases() AS has_own_cases
        """;

    public async Task<SetupFacts> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<SetupFacts>(
            new CommandDefinition(Sql, new { admin = (short)Core.People.PersonRole.Admin }, cancellationToken: cancellationToken));
    }
}
