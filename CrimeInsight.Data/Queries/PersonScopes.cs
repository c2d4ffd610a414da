using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Queries;

/// <summary>What a person may see and which data there are, remembered while changes of either are heard of.</summary>
internal sealed class PersonScopes
{
    private const string GrantedSql = """
        SELECT b.jurisdiction_id
        FROM crime.person p
        JOIN crime.person_jurisdiction b ON b.person_id = p.id
        WHERE p.id = @personId AND p.is_active
        ORDER BY b.jurisdiction_id
        """;

    private static readonly TimeSpan s_life = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource _dataSource;
    private readonly IDataStatusReader _status;
    private readonly DatabaseNews _news;
    private readonly Remembered<Guid, int[]> _granted;

    public PersonScopes(NpgsqlDataSource dataSource, IDataStatusReader status, DatabaseNews news, TimeProvider time)
    {
        (_dataSource, _status, _news) = (dataSource, status, news);
        _granted = new Remembered<Guid, int[]>(news, s_life, time);
        news.PersonChanged += _granted.Forget;
    }

    /// <summary>Null while changes are not heard of: then only a transaction knows.</summary>
    public async ValueTask<(long Version, int[] Granted)?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (!_news.IsHeard)
            return null;
        var granted = await _granted.GetAsync(personId, () => AskAsync(personId), cancellationToken);
        return ((await _status.GetAsync(cancellationToken)).Version, granted);
    }

    private async Task<int[]> AskAsync(Guid personId) => [.. await _dataSource.ReadAsync(
        connection => connection.QueryAsync<int>(new CommandDefinition(GrantedSql, new { personId })), CancellationToken.None)];
}
