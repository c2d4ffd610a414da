using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Jurisdictions;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Festivals of the whole country and of one state.</summary>
internal sealed class FestivalReader(NpgsqlDataSource app)
{
    private const string FestivalsSql = """
        SELECT DISTINCT key, day
        FROM crime.holiday
        WHERE regions = '{}'
           OR @state = ANY(regions)
        ORDER BY day, key
        """;

    /// <param name="area">A state or what lies in one; the country has only the festivals of all.</param>
    public async Task<ImmutableArray<Festival>> ReadAsync(JurisdictionTree places, Jurisdiction area, CancellationToken cancellationToken)
    {
        var state = places.AncestorAt(area, JurisdictionLevel.State)?.Code ?? "";
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Festival>(new CommandDefinition(FestivalsSql, new { state }, cancellationToken: cancellationToken))];
    }
}
