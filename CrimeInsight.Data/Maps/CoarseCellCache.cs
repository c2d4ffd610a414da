using System.Collections.Concurrent;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Maps;

/// <summary>
/// Coarse cells of the filters in use. All tiles of one map ask for the same ones: the first reads them, the others wait
/// for it. An entry serves one person with one set of jurisdictions, one version of the data, and a few minutes.
/// </summary>
internal sealed class CoarseCellCache(NpgsqlDataSource dataSource, IDataStatusReader status)
{
    private const int MostEntries = 100;
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<CoarseCells> GetAsync(MapTileQuery query, MapTilePlan plan, Viewer viewer, CancellationToken cancellationToken)
    {
        var version = (await status.GetAsync(cancellationToken)).Version;
        var key = KeyOf(query, viewer, version);
        var now = Environment.TickCount64;
        if (_entries.TryGetValue(key, out var old) && now - old.MadeAt > s_lifetime.TotalMilliseconds)
            _entries.TryRemove(KeyValuePair.Create(key, old));
        if (_entries.Count >= MostEntries)
            _entries.Clear();
        // The reading belongs to all who wait for it: it does not stop with the first of them.
        var entry = _entries.GetOrAdd(key, _ => new Entry(now, new Lazy<Task<CoarseCells>>(() => ReadAsync(query, plan, viewer, CancellationToken.None))));
        try
        {
            return await entry.Cells.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Cells.Value.IsFaulted)
        {
            _entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    private async Task<CoarseCells> ReadAsync(MapTileQuery query, MapTilePlan plan, Viewer viewer, CancellationToken cancellationToken)
    {
        var sql = plan.CanRollUp
            ? MapTileSql.CoarseRollup(!plan.Places.IsEmpty)
            : MapTileSql.CoarseIncidents(!plan.Places.IsEmpty, !query.Statuses.IsEmpty, !query.Genders.IsEmpty);
        var rows = await PersonSession.ReadAsync(dataSource, viewer, s_timeout, session => session.Connection.QueryAsync<CoarseCells.Row>(
            new CommandDefinition(sql, MapTileParameters.Filters(query, plan), session.Transaction, cancellationToken: cancellationToken)), cancellationToken);
        return new CoarseCells(rows);
    }

    private static string KeyOf(MapTileQuery query, Viewer viewer, long version) => string.Create(CultureInfo.InvariantCulture,
        $"{version} {viewer.PersonId} {string.Join(',', viewer.JurisdictionIds)} {query.Period.From:yyyyMMdd} {query.Period.Until:yyyyMMdd} {string.Join(',', query.Heads)} {string.Join(',', query.Jurisdictions)} {string.Join(',', query.Statuses)} {string.Join(',', query.Genders)}");

    private sealed record Entry(long MadeAt, Lazy<Task<CoarseCells>> Cells);
}
