using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>What the database holds of demo data, and on whose behalf more is loaded.</summary>
internal sealed record DemoState(IReadOnlyList<(DemoDetail? Detail, long Accepted)> DemoBatches, bool HasOtherIncidents)
{
    // A demo administrator if there is one, else the first of the country's.
    private const string AdminSql = """
        SELECT p.id, p.user_name
        FROM crime.person p
        JOIN crime.person_jurisdiction b ON b.person_id = p.id
        JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
        WHERE p.role = 3
          AND p.is_active
          AND j.level = 0
        ORDER BY p.is_demo DESC, p.created_at
        LIMIT 1
        """;

    private const string BatchesSql = """
        SELECT kind, accepted, detail::text AS detail
        FROM crime.batch
        WHERE finished_at IS NOT NULL
        """;

    /// <summary>The administrator of the whole country who loads; null while there is none.</summary>
    public static async Task<Viewer?> FindAdminAsync(NpgsqlDataSource app, CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        var row = await connection.QueryFirstOrDefaultAsync<AdminRow>(new CommandDefinition(AdminSql, cancellationToken: cancellationToken));
        return row is null ? null : new Viewer(row.Id, row.UserName, PersonRole.Admin, [0]);
    }

    public static async Task<DemoState> ReadAsync(NpgsqlDataSource app, Viewer admin, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(app, admin, timeout: null, cancellationToken);
        var rows = (await session.Connection.QueryAsync<BatchRow>(
            new CommandDefinition(BatchesSql, transaction: session.Transaction, cancellationToken: cancellationToken))).ToList();
        return new DemoState(
            [.. rows.Where(row => row.Kind == "demo").Select(row => (DemoDetail.Read(row.Detail), row.Accepted))],
            rows.Any(row => row.Kind != "demo" && row.Accepted > 0));
    }

    /// <summary>What of a request is missing. The demo data that are there go on as they began, with more days.</summary>
    /// <exception cref="OperatorException">Other incidents are there, which demo data must not mix with.</exception>
    public DemoPlan PlanOf(DemoRequest asked)
    {
        var request = DemoBatches.Count == 0 ? asked : DemoBatches[0].Detail?.Request;
        if (request is null || DemoBatches.Any(batch => batch.Detail?.Request != request) || !IsSame(request, asked))
            throw new OperatorException(
                "Demo data of another request (number, share, seed or years) is loaded. Ask for the same again, or choose an empty data folder by "
                    + "CRIMEINSIGHT_DATA.");
        var until = asked.Until > request.Until ? asked.Until : request.Until;
        var missing = DemoBatch.Missing(request, until, DemoBatches.Select(batch => batch.Detail!.Days));
        if (missing.Count > 0 && HasOtherIncidents)
            throw new OperatorException(
                "The database holds imported incidents, which demo data must not mix with. Choose an empty one by CRIMEINSIGHT_DATA or "
                    + "ConnectionStrings__CrimeInsight.");
        return new DemoPlan(request, missing, DemoBatches.Sum(batch => batch.Accepted));
    }

    private static bool IsSame(DemoRequest one, DemoRequest other) =>
        (one.Incidents, one.Share, one.Seed, one.From) == (other.Incidents, other.Share, other.Seed, other.From);

    private sealed record AdminRow(Guid Id, string UserName);

    private sealed record BatchRow(string Kind, long Accepted, string Detail);
}
