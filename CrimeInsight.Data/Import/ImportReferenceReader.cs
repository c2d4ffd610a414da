using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Maps;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Reads what an import judges rows by.</summary>
/// <param name="ownerConnectionString">For computing boundaries that a database just made has not yet; null: without.</param>
internal sealed class ImportReferenceReader(NpgsqlDataSource dataSource, IReferenceDataReader references, IBoundaryReader boundaries, string? ownerConnectionString)
{
    private const string StatutesSql = """
        SELECT h.code AS head_code, s.act, s.section, s.valid_from, s.valid_until
        FROM crime.statute s
        JOIN crime.crime_head h ON h.id = s.head_id
        """;

    private const string DemoSql = "SELECT EXISTS (SELECT 1 FROM crime.batch WHERE kind = 'demo' AND finished_at IS NOT NULL)";

    public async Task<ImportReferences> ReadAsync(FileLayout layout, CancellationToken cancellationToken)
    {
        // It takes seconds, once: worth it where places are found by coordinates alone.
        if (layout.IsLocatedByCoordinates && ownerConnectionString is not null && File.Exists(ApproximateBoundaryLoader.UsualMap))
            await new ApproximateBoundaryLoader(ApproximateBoundaryLoader.UsualMap).LoadAsync(ownerConnectionString, cancellationToken);
        var data = await references.GetAsync(cancellationToken);
        var shapes = layout[ImportField.Latitude] is null
            ? null
            : DistrictShapes.Read(await boundaries.ReadAsync(BoundaryLevel.District, null, cancellationToken), data.Jurisdictions);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var statutes = await connection.QueryAsync<StatuteSection>(new CommandDefinition(StatutesSql, cancellationToken: cancellationToken));
        return new ImportReferences(data, statutes.AsList(), shapes);
    }

    public async Task<bool> HoldsDemoDataAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken);
        return await session.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(DemoSql, transaction: session.Transaction, cancellationToken: cancellationToken));
    }
}
