using System.Text;
using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Data;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>kill -9 of PostgreSQL while rows are staged and while they are committed, on a server of its own.</summary>
public sealed class ImportKillTests(DatabaseServer server, ServerFolder place) : IClassFixture<ServerFolder>
{
    private const int Rows = 60_000;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_ServerKilledWhileStagingAndCommitting_LeavesNothingAndTheNextIsWhole()
    {
        var programs = await server.ProgramsAsync();
        WebProcess.MakeFolder(place.Folder.Path);
        var file = File();
        var kills = new (ImportStage Stage, int Milliseconds)[] { (ImportStage.Reading, 0), (ImportStage.Storing, 0), (ImportStage.Storing, 150) };
        foreach (var (stage, milliseconds) in kills)
        {
            await using (var database = await OpenAsync(programs))
            {
                await using var services = Services(database);
                var failure = await Record.ExceptionAsync(() => ImportAsync(services, file, new Killer(place, stage, milliseconds)));
                Assert.IsType<DatabaseLostException>(failure);
            }

            Assert.Equal(0, place.RunningServers());
            await using var restarted = await OpenAsync(programs);
            Assert.Equal("0 0 0 0 0 0 0", await CountsAsync(restarted));
        }

        await using var last = await OpenAsync(programs);
        await using var provider = Services(last);
        var report = await ImportAsync(provider, file, null);
        Assert.Equal(((long)Rows, 0L, 0L), (report.Accepted, report.Duplicates, report.Rejected));
        Assert.Equal($"{Rows} {Rows} {Rows} 1 0 1 0", await CountsAsync(last));
        Assert.Equal(Rows, (await ImportAsync(provider, file, null)).Duplicates);
        await RollBackAsync(report.BatchId, programs);
    }

    // Killed while the cases leave and just before the commit, all of the batch is there; then it goes as a whole.
    private async Task RollBackAsync(Guid batch, string programs)
    {
        foreach (var milliseconds in (int[])[0, 200])
        {
            await using (var database = await OpenAsync(programs))
            {
                await using var services = Services(database);
                var administrator = await services.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(Cancel);
                var killer = new Killer(place, ImportStage.Storing, milliseconds);
                var failure = await Record.ExceptionAsync(() => services.GetRequiredService<IBatchStore>().RollBackAsync(batch, administrator, killer, Cancel));
                Assert.IsType<DatabaseLostException>(failure);
            }

            Assert.Equal(0, place.RunningServers());
            await using var restarted = await OpenAsync(programs);
            Assert.StartsWith($"{Rows} {Rows} {Rows} 2 0 ", await CountsAsync(restarted), StringComparison.Ordinal);
        }

        await using var last = await OpenAsync(programs);
        await using var provider = Services(last);
        var person = await provider.GetRequiredService<IIncidentImporter>().EnsureAdministratorAsync(Cancel);
        var report = await provider.GetRequiredService<IBatchStore>().RollBackAsync(batch, person, null, Cancel);
        Assert.Equal((Rows, 0), ((int)report.Removed, (int)report.Restored));
        Assert.StartsWith("0 0 0 2 0 ", await CountsAsync(last), StringComparison.Ordinal);
        Assert.EndsWith(" 0", await CountsAsync(last), StringComparison.Ordinal);
    }

    private Task<CrimeDatabase> OpenAsync(string programs) =>
        CrimeDatabase.OpenAsync(new DatabaseOptions { DataFolder = place.Folder.Path, ProgramsFolder = programs }, Cancel);

    private static ServiceProvider Services(CrimeDatabase database) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddLogging()
            .AddCrimeInsightCore().AddCrimeInsightData(database).BuildServiceProvider();

    private static async Task<ImportReport> ImportAsync(IServiceProvider services, byte[] file, IProgress<ImportProgress>? progress)
    {
        var importer = services.GetRequiredService<IIncidentImporter>();
        Viewer administrator = await importer.EnsureAdministratorAsync(Cancel);
        using var content = new MemoryStream(file);
        return await importer.ImportAsync(new ImportRequest { FileName = "kill.csv", Content = content }, administrator, progress, Cancel);
    }

    // Incidents, their keys, cases of the root head in the country, batches, rejects, version of the data, staging tables.
    private static async Task<string> CountsAsync(CrimeDatabase database)
    {
        await using var owner = new NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            """
            SELECT concat_ws(' ', (SELECT count(*) FROM crime.incident), (SELECT count(DISTINCT key) FROM crime.incident),
                (SELECT coalesce(sum(cases), 0) FROM crime.rollup_month WHERE level = 0 AND head_id = 0),
                (SELECT count(*) FROM crime.batch), (SELECT count(*) FROM crime.batch_reject), (SELECT data_version FROM crime.data_state),
                (SELECT count(*) FROM pg_class WHERE relnamespace = 'staging'::regnamespace AND relkind = 'r'))
            """,
            owner);
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static byte[] File()
    {
        var text = new StringBuilder(ImportDatabase.Header).Append('\n');
        string[] places = ["IN-TN-568", "IN-KL-565", "IN-MH-482", "IN-UP-162"];
        string[] heads = ["burglary", "murder", "robbery", "auto-theft", "rape"];
        for (var row = 0; row < Rows; row++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(row % 1700);
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"K{row},{day:yyyy-MM-dd}T{row % 24:00}:00,{day.AddDays(1):yyyy-MM-dd},{places[row % 4]},{heads[row % 5]}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed class Killer(ServerFolder place, ImportStage stage, int milliseconds) : IProgress<ImportProgress>
    {
        private bool _isDone;

        public void Report(ImportProgress value)
        {
            if (_isDone || value.Stage != stage || (value.Rows == 0 && stage == ImportStage.Reading))
                return;
            _isDone = true;
            if (milliseconds == 0)
                place.KillServer();
            else
                _ = Task.Run(() =>
                {
                    Thread.Sleep(milliseconds);
                    place.KillServer();
                });
        }
    }
}
