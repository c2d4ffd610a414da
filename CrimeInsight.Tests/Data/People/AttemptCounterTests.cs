using CrimeInsight.Core.People;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.People;

public sealed class AttemptCounterTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly AttemptRule s_pair = new(AttemptKind.AddressAndName, 3, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
    private static readonly AttemptRule s_address = new(AttemptKind.Address, 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));

    private readonly AttemptCounter _counter = new(database.App);
    private readonly string _key = Guid.NewGuid().ToString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EnterAsync_MoreThanFree_MustWaitAndTheWaitGrowsToItsLimit()
    {
        AttemptBucket[] buckets = [new(s_pair, _key)];
        for (var attempt = 0; attempt < s_pair.Free; attempt++)
            Assert.Null(await _counter.EnterAsync(buckets, Cancel));

        foreach (var expected in new[] { 30, 60, 120, 120 })
        {
            Assert.InRange((await _counter.EnterAsync(buckets, Cancel))!.Value.TotalSeconds, expected - 5, expected);
            Assert.InRange((await _counter.EnterAsync(buckets, Cancel))!.Value.TotalSeconds, expected - 5, expected);
            await ExecuteAsync("UPDATE crime.attempt SET blocked_until = now()");
            Assert.Null(await _counter.EnterAsync(buckets, Cancel));
        }
    }

    [Fact]
    public async Task EnterAsync_OneBucketMustWait_CountsInNone()
    {
        AttemptBucket[] both = [new(s_pair, _key), new(s_address, _key)];
        for (var attempt = 0; attempt < s_pair.Free; attempt++)
            await _counter.EnterAsync(both, Cancel);

        for (var attempt = 0; attempt < 10; attempt++)
            Assert.NotNull(await _counter.EnterAsync(both, Cancel));

        Assert.Null(await _counter.EnterAsync([new(s_address, _key)], Cancel));
    }

    [Fact]
    public async Task EnterAsync_AtOnce_LetsNoMoreThroughThanInTurn()
    {
        AttemptBucket[] buckets = [new(s_pair, _key), new(s_address, _key)];

        var waits = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => _counter.EnterAsync(buckets, Cancel)));

        Assert.Equal(s_pair.Free, waits.Count(wait => wait is null));
    }

    [Fact]
    public async Task EnterAsync_AfterTheWindow_BeginsAgain()
    {
        AttemptBucket[] buckets = [new(s_pair, _key)];
        for (var attempt = 0; attempt <= s_pair.Free; attempt++)
            await _counter.EnterAsync(buckets, Cancel);
        await ExecuteAsync("UPDATE crime.attempt SET since = since - interval '1 hour', blocked_until = blocked_until - interval '1 hour'");

        for (var attempt = 0; attempt < s_pair.Free; attempt++)
            Assert.Null(await _counter.EnterAsync(buckets, Cancel));
        Assert.NotNull(await _counter.EnterAsync(buckets, Cancel));
    }

    [Fact]
    public async Task ForgiveAsync_Success_ForgetsThePairAndOneOfTheAddress()
    {
        AttemptBucket[] both = [new(s_pair, _key), new(s_address, _key)];
        await _counter.EnterAsync(both, Cancel);
        await _counter.EnterAsync(both, Cancel);
        await _counter.ForgiveAsync(both, Cancel);

        Assert.Equal("0 1",
            await ScalarAsync(
                "SELECT string_agg(count::text, ' ' ORDER BY kind) FROM crime.attempt WHERE key = substring(sha256(convert_to(@key, 'UTF8')) FOR 8)"));
    }

    [Fact]
    public async Task PurgeAsync_OldCounts_AreDeletedAndNoNameWasStored()
    {
        await _counter.EnterAsync([new(s_pair, _key)], Cancel);
        await ExecuteAsync("UPDATE crime.attempt SET since = since - interval '2 days', blocked_until = NULL");
        Assert.Null(await ScalarAsync("SELECT string_agg(a::text, '') FROM crime.attempt a WHERE a::text LIKE '%' || @key || '%'"));

        await _counter.PurgeAsync(Cancel);

        Assert.Equal("0", await ScalarAsync("SELECT count(*)::text FROM crime.attempt WHERE since < now() - interval '1 day'"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync(sql);
    }

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        return await owner.ExecuteScalarAsync<string?>(sql, new { key = _key });
    }
}
