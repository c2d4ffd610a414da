using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

/// <summary>
/// The demo accounts. They have no password hash at all, so no password fits them: the one-tap buttons of demo mode are
/// the only way in.
/// </summary>
internal sealed class DemoAccounts(NpgsqlDataSource dataSource, IReferenceDataReader reference) : IDemoAccounts
{
    /// <summary>
    /// The district that officer and supervisor work in, if it exists; else the first with stations. The one with the most registered
    /// cases: its first station, the strongest hotspot's, has tens of cases a week in the usual demo data.
    /// </summary>
    private const string PreferredDistrict = "Mumbai";

    private const string CreateSql = """
        INSERT INTO crime.person (id, user_name, normalized_name, display_name, role, security_stamp, concurrency_stamp, is_demo)
        VALUES (gen_random_uuid(), @userName, upper(@userName), @displayName, @role, gen_random_uuid()::text, gen_random_uuid()::text, true)
        ON CONFLICT (normalized_name) DO NOTHING
        """;

    private const string UnbindSql = """
        DELETE FROM crime.person_jurisdiction
        USING crime.person AS p
        WHERE p.id = person_id
          AND p.normalized_name = upper(@userName)
          AND p.is_demo
          AND jurisdiction_id <> @jurisdictionId
        """;

    private const string BindSql = """
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT id, @jurisdictionId
        FROM crime.person
        WHERE normalized_name = upper(@userName)
          AND is_demo
        ON CONFLICT DO NOTHING
        """;

    private const string ListSql = $"""
        SELECT {PersonRow.Columns}
        FROM crime.person AS p
        WHERE p.is_demo
          AND p.is_active
        ORDER BY p.role, p.user_name
        """;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var tree = (await reference.GetAsync(cancellationToken)).Jurisdictions;
        if (tree.Root is not { } country)
            return;
        var district = DemoDistrict(tree, country);
        var station = district is null ? null : tree.Within(district, JurisdictionLevel.Station).FirstOrDefault();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (userName, displayName, role, place) in new[]
        {
            ("demo-officer", "Kavitha Raman", PersonRole.Officer, station ?? district ?? country),
            ("demo-supervisor", "Arjun Mehta", PersonRole.Supervisor, district ?? country),
            ("demo-admin", "Nandini Rao", PersonRole.Admin, country),
        })
        {
            await connection.ExecuteAsync(
                new CommandDefinition(CreateSql, new { userName, displayName, role = (short)role }, transaction, cancellationToken: cancellationToken));
            var binding = new { userName, jurisdictionId = place.Id };
            await connection.ExecuteAsync(new CommandDefinition(UnbindSql, binding, transaction, cancellationToken: cancellationToken));
            await connection.ExecuteAsync(new CommandDefinition(BindSql, binding, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<PersonRow>(new CommandDefinition(ListSql, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToPerson())];
    }

    private static Jurisdiction? DemoDistrict(JurisdictionTree tree, Jurisdiction country)
    {
        var districts = tree.Within(country, JurisdictionLevel.District).ToList();
        return districts.FirstOrDefault(district => district.NameIn("en") == PreferredDistrict) ?? districts.FirstOrDefault();
    }
}
