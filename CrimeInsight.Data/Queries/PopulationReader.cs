using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Queries;

/// <summary>Residents, read once for each version of the reference data.</summary>
internal sealed class PopulationReader(NpgsqlDataSource dataSource)
{
    private volatile Loaded? _loaded;

    private const string PopulationSql = """
        SELECT jurisdiction_id, year::integer AS year, residents
        FROM crime.population
        """;

    public async ValueTask<PopulationTable> GetAsync(ReferenceData reference, CancellationToken cancellationToken)
    {
        if (_loaded is { } loaded && loaded.Version == reference.Version)
            return loaded.Table;
        var rows = await dataSource.ReadAsync(
            connection => connection.QueryAsync<(int, int, long)>(new CommandDefinition(PopulationSql, cancellationToken: cancellationToken)),
            cancellationToken);
        var table = new PopulationTable(reference.Jurisdictions, rows);
        _loaded = new Loaded(reference.Version, table);
        return table;
    }

    private sealed record Loaded(long Version, PopulationTable Table);
}
