using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class AttemptCounter(NpgsqlDataSource dataSource) : IAttemptCounter
{
    private const string EnterSql = """
        SELECT extract(epoch FROM crime.enter_attempt(@kinds, @keys, @free, @firstWaits, @longestWaits, @windows))::double precision
        """;

    private const string ForgiveSql = """
        UPDATE crime.attempt a
        SET count = CASE WHEN a.kind = ANY(@personal) THEN 0 ELSE greatest(a.count - 1, 0) END,
            blocked_until = NULL
        FROM unnest(@kinds, @keys) AS t (kind, key)
        WHERE a.kind = t.kind
          AND a.key = t.key
        """;

    private const string PurgeSql = """
        DELETE FROM crime.attempt
        WHERE since < now() - interval '1 day'
          AND (blocked_until IS NULL OR blocked_until < now())
        """;

    private static readonly short[] s_personal = [
        (short)AttemptKind.AddressAndName, (short)AttemptKind.Device, (short)AttemptKind.Code, (short)AttemptKind.Factor];

    public async Task<TimeSpan?> EnterAsync(IReadOnlyList<AttemptBucket> buckets, CancellationToken cancellationToken)
    {
        var values = new
        {
            kinds = Kinds(buckets),
            keys = Keys(buckets),
            free = buckets.Select(bucket => bucket.Rule.Free).ToArray(),
            firstWaits = buckets.Select(bucket => bucket.Rule.FirstWait).ToArray(),
            longestWaits = buckets.Select(bucket => bucket.Rule.LongestWait).ToArray(),
            windows = buckets.Select(bucket => bucket.Rule.Window).ToArray(),
        };
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var seconds = await connection.ExecuteScalarAsync<double?>(new CommandDefinition(EnterSql, values, cancellationToken: cancellationToken));
        return seconds is { } wait ? TimeSpan.FromSeconds(wait) : null;
    }

    public async Task ForgiveAsync(IReadOnlyList<AttemptBucket> buckets, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var values = new { kinds = Kinds(buckets), keys = Keys(buckets), personal = s_personal };
        await connection.ExecuteAsync(new CommandDefinition(ForgiveSql, values, cancellationToken: cancellationToken));
    }

    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(PurgeSql, cancellationToken: cancellationToken));
    }

    private static short[] Kinds(IReadOnlyList<AttemptBucket> buckets) => [.. buckets.Select(bucket => (short)bucket.Rule.Kind)];

    // Half a hash tells keys apart, and tells less of what was typed.
    private static byte[][] Keys(IReadOnlyList<AttemptBucket> buckets) =>
        [.. buckets.Select(bucket => SHA256.HashData(Encoding.UTF8.GetBytes(bucket.Key)).AsSpan(0, 8).ToArray())];
}
