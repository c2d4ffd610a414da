using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.Reference;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Reads what an import judges rows by.</summary>
/// <param name="ownerConnectionString">For computing boundaries that a database just made has not yet; null: without.</param>
internal sealed class ImportReferenceReader(
    NpgsqlDataSource dataSource, IReferenceDataReader references, IBoundaryReader boundaries, string? ownerConnectionString)
{
    private const string StatutesSql = """
        SELECT h.code AS head_code, s.act, s.section, s.valid_from, s.valid_until, s.max_punishment
        FROM crime.statute s
        JOIN crime.crime_head h ON h.id = s.head_id
        """;

    /// <param name="withInvented">With the police stations that were invented for the demo.</param>
    public async Task<ImportReferences> ReadAsync(FileLayout layout, bool withInvented, CancellationToken cancellationToken)
    {
        // It takes seconds, once: worth it where places are found by coordinates alone.
        if (layout.IsLocatedByCoordinates && ownerConnectionString is not null && File.Exists(ApproximateBoundaryLoader.UsualMap))
            await new ApproximateBoundaryLoader(ApproximateBoundaryLoader.UsualMap).LoadAsync(ownerConnectionString, cancellationToken);
        var data = withInvented ? await references.GetAsync(cancellationToken) : await ReadPlacesAsync(cancellationToken);
        var shapes = layout.HasCoordinates
            ? DistrictShapes.Read(await boundaries.ReadAsync(BoundaryLevel.District, null, cancellationToken), data.Jurisdictions)
            : null;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var statutes = await connection.QueryAsync<StatuteSection>(new CommandDefinition(StatutesSql, cancellationToken: cancellationToken));
        return new ImportReferences(data, statutes.AsList(), shapes) { PlaceAliases = await new PlaceAliasStore(dataSource).ListAsync(cancellationToken) };
    }

    /// <summary>What is known of places and heads, without the police stations that were invented for the demo.</summary>
    public async Task<ReferenceData> ReadPlacesAsync(CancellationToken cancellationToken)
    {
        var data = await references.GetAsync(cancellationToken);
        return data with
        {
            Jurisdictions = new JurisdictionTree(data.Jurisdictions.All.Where(place => !place.IsSynthetic), data.Jurisdictions.Changes),
        };
    }

    public ValueTask<DataStatus> ReadStatusAsync(CancellationToken cancellationToken) => new DataStatusReader(dataSource).GetAsync(cancellationToken);
}
