using CrimeInsight.Data.Embedded;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Embedded;

/// <summary>A private server that ends under running apps; in one test, because starting takes its time.</summary>
public sealed class ServerRevivalTests(ServerFolder place) : IClassFixture<ServerFolder>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReviveAsync_ServerDiesOrIsStopped_OneAppStartsItAgainUnlessItWasStoppedOnPurpose()
    {
        var starter = await StartAsync();
        var joined = await StartAsync();
        await ServerFolder.RunAsync(starter, "CREATE TABLE kept AS SELECT n FROM generate_series(1, 1000) AS n");
        Assert.Equal(Revival.Alive, await starter.ReviveAsync(Cancel));

        // Killed: the app that stops it starts it, on the port that both know.
        place.KillServer();
        Assert.Equal(Revival.LeftToAnother, await joined.ReviveAsync(Cancel));
        Revival[] both = await Task.WhenAll(Task.Run(() => starter.ReviveAsync(Cancel)), Task.Run(() => starter.ReviveAsync(Cancel)));
        Assert.Equal([Revival.Alive, Revival.Started], both.Order());
        Assert.Equal(1_000L, await ServerFolder.RunAsync(joined, "SELECT count(*) FROM kept"));
        Assert.Equal(1, place.RunningServers());

        // The starter ends and stops it: the other app, still running, takes over and stops it in its turn.
        await starter.DisposeAsync();
        Assert.Equal(0, place.RunningServers());
        Assert.Equal(Revival.Started, await joined.ReviveAsync(Cancel));
        Assert.True(joined.IsOurs);
        Assert.Equal(1_000L, await ServerFolder.RunAsync(joined, "SELECT count(*) FROM kept"));

        // Somebody shuts it down in order under the app.
        place.StopServer();
        Assert.Equal(Revival.StoppedOnPurpose, await joined.ReviveAsync(Cancel));
        Assert.Equal(0, place.RunningServers());
        await joined.DisposeAsync();
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(place.Folder, null, Cancel);
}
