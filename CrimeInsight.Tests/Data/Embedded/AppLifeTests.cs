using System.Diagnostics;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Npgsql;

namespace CrimeInsight.Tests.Data.Embedded;

/// <summary>The real app, run by an ordinary user on an empty folder, killed and started again.</summary>
public sealed class AppLifeTests(DatabaseServer server, ServerFolder place) : IClassFixture<ServerFolder>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task App_OrdinaryUserKilledThenStopped_KeepsOneServerAndAllData()
    {
        var programs = await server.ProgramsAsync();
        WebProcess.MakeFolder(place.Folder.Path);
        int? postmaster;
        await using (var app = await WebProcess.StartAsync(place.App, place.Folder.Path, programs, Cancel))
        {
            postmaster = place.ServerProcess;
            var clock = Stopwatch.StartNew();
            await using (var joined = await OpenAsync(programs))
            {
                // Locks of the first instance must not outlive their use: the second waits for nothing.
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(40), $"joining took {clock.Elapsed}");
                Assert.Equal(36L, await StatesAsync(joined));
            }

            Assert.Equal(1, place.RunningServers());
            await app.KillAsync();
        }

        Assert.Equal(postmaster, place.ServerProcess);
        Assert.Equal(1, place.RunningServers());
        await using (var takenOver = await OpenAsync(programs))
        {
            Assert.Equal(postmaster, place.ServerProcess);
            Assert.Equal(36L, await StatesAsync(takenOver));
        }

        Assert.Equal(0, place.RunningServers());
        await using (var again = await WebProcess.StartAsync(place.App, place.Folder.Path, programs, Cancel))
        {
            await again.StopAsync();
            Assert.Equal(0, again.ExitCode);
        }

        Assert.Equal(0, place.RunningServers());
        await StopAVerbAsync(programs);
    }

    // The verb has its server to stop too, and says what stands.
    private async Task StopAVerbAsync(string programs)
    {
        await using var verb = await WebProcess.StartVerbAsync(
            place.App, place.Folder.Path, programs, "2024:", ["demo", "--incidents", "30000", "--until", "2024-12-31"], Cancel);
        Assert.Equal(1, place.RunningServers());
        await verb.StopAsync();

        Assert.Equal(130, verb.ExitCode);
        Assert.Contains("Cancelled", verb.Output, StringComparison.Ordinal);
        Assert.Contains("The same command", verb.Output, StringComparison.Ordinal);
        Assert.Equal(0, place.RunningServers());
    }

    private Task<CrimeDatabase> OpenAsync(string programs) =>
        CrimeDatabase.OpenAsync(new DatabaseOptions { DataFolder = place.Folder.Path, ProgramsFolder = programs }, Cancel);

    private static async Task<object?> StatesAsync(CrimeDatabase database)
    {
        await using var command = database.App.CreateCommand("SELECT count(*) FROM crime.jurisdiction WHERE level = 1");
        return await command.ExecuteScalarAsync(Cancel);
    }
}
