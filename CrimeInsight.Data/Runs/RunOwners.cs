using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Runs;

/// <summary>Administrators on whose behalf runs compute.</summary>
internal sealed class RunOwners(NpgsqlDataSource app) : IRunOwners
{
    // Widest first; whoever sees nothing that an earlier one does not is left out.
    private const string ListSql = """
        SELECT p.id, p.user_name, b.jurisdiction_ids, b.ordinals, b.untils
        FROM crime.person p
        CROSS JOIN LATERAL (
            SELECT array_agg(j.id ORDER BY j.ordinal) AS jurisdiction_ids, array_agg(j.ordinal ORDER BY j.ordinal) AS ordinals,
                   array_agg(j.ordinal_until ORDER BY j.ordinal) AS untils, min(j.level) AS level
            FROM crime.person_jurisdiction pj
            JOIN crime.jurisdiction j ON j.id = pj.jurisdiction_id
            WHERE pj.person_id = p.id) AS b
        WHERE p.role = 3
          AND p.is_active
          AND b.jurisdiction_ids IS NOT NULL
          AND (@person::uuid IS NULL OR p.id = @person::uuid)
        ORDER BY b.level, p.is_demo DESC, p.created_at, p.id
        """;

    private const string WorkedSql = """
        SELECT DISTINCT pj.jurisdiction_id
        FROM crime.person p
        JOIN crime.person_jurisdiction pj ON pj.person_id = p.id
        WHERE p.is_active
        """;

    public async Task<IReadOnlyList<int>> WorkedPlacesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<int>(new CommandDefinition(WorkedSql, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<IReadOnlyList<Viewer>> ListAsync(CancellationToken cancellationToken)
    {
        var owners = new List<AdminRow>();
        foreach (var admin in await ReadAsync(null, cancellationToken))
            if (!admin.Places.All(place => owners.Any(owner => owner.Places.Any(known => known.From <= place.From && known.Until >= place.Until))))
                owners.Add(admin);
        return [.. owners.Select(owner => owner.ToViewer())];
    }

    public async Task<Viewer?> FindAsync(Guid person, CancellationToken cancellationToken) =>
        (await ReadAsync(person, cancellationToken)).FirstOrDefault()?.ToViewer();

    private async Task<IEnumerable<AdminRow>> ReadAsync(Guid? person, CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<AdminRow>(new CommandDefinition(ListSql, new { person }, cancellationToken: cancellationToken));
    }

    private sealed record AdminRow
    {
        public Guid Id { get; init; }

        public string UserName { get; init; } = "";

        public int[] JurisdictionIds { get; init; } = [];

        public int[] Ordinals { get; init; } = [];

        public int[] Untils { get; init; } = [];

        public IEnumerable<(int From, int Until)> Places => Ordinals.Zip(Untils);

        public Viewer ToViewer() => new(Id, UserName, PersonRole.Admin, JurisdictionIds);
    }
}
