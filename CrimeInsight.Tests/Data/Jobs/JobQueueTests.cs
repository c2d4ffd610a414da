using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CrimeInsight.Core;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data;
using CrimeInsight.Data.Jobs;
using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CrimeInsight.Tests.Data.Jobs;

/// <summary>The real queue, as the restricted role.</summary>
public sealed partial class JobQueueTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_Administrator_RunsThroughTheQueueAndIsAudited()
    {
        var owner = await database.AddOwnerAsync(database.District);
        await using var opened = await OpenAsync();
        using var host = NewHost(opened, isAutomatic: false);
        await host.StartAsync(Token);
        var runs = host.Services.GetRequiredService<IRuns>();
        await runs.StartAsync(owner, Token);
        var first = await DoneAsync(runs, owner);
        await runs.StartAsync(owner, Token);
        await host.StopAsync(Token);
        // All was up to date: everything again, as a run of its own.
        Assert.Equal(2, (await runs.ListAsync(owner, 10, Token)).Count(run => run.Owner == owner.UserName));
        Assert.True(first.Count(ForecastPart.Stored) > 0);
        Assert.Equal(2, await database.ScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE action = 'forecasts.started' AND person_id = @PersonId", new { owner.PersonId }));
    }

    [Fact]
    public async Task Start_DataWithoutForecasts_AreForecastOnceBySomebody()
    {
        var owner = await database.AddOwnerAsync(database.District);
        await database.ScalarAsync<int>("UPDATE crime.person SET is_active = false WHERE role = 3 AND id <> @PersonId RETURNING 1", new { owner.PersonId });
        await using var opened = await OpenAsync();
        using var one = NewHost(opened, isAutomatic: true);
        using var two = NewHost(opened, isAutomatic: true);
        await Task.WhenAll(one.StartAsync(Token), two.StartAsync(Token));
        var runs = one.Services.GetRequiredService<IRuns>();
        var done = await DoneAsync(runs, owner);
        await Task.WhenAll(one.StopAsync(Token), two.StopAsync(Token));
        Assert.Single(await runs.ListAsync(owner, 10, Token), run => run.Owner == owner.UserName);
        Assert.Equal(done.Total, done.Done);
    }

    [Fact]
    public async Task StartAsync_Supervisor_IsRefused()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN");
        await using var opened = await OpenAsync();
        using var host = NewHost(opened, isAutomatic: false);
        await Assert.ThrowsAsync<OperatorException>(() => host.Services.GetRequiredService<IRuns>().StartAsync(viewer, Token));
    }

    [Theory]
    [InlineData("CREATE TABLE hangfire.mine (id integer)")]
    [InlineData("ALTER TABLE hangfire.job ADD COLUMN mine integer")]
    [InlineData("TRUNCATE hangfire.job")]
    [InlineData("UPDATE hangfire.schema SET version = 1")]
    public async Task Schema_AppRole_CannotBeChanged(string sql)
    {
        await using var connection = await database.Fixture.App.OpenConnectionAsync(Token);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql))).SqlState);
    }

    [Fact]
    public async Task Version_Installed_IsThatOfThePackage()
    {
        var newest = Assembly.Load("Hangfire.PostgreSql").GetManifestResourceNames()
            .Select(name => ScriptName().Match(name))
            .Where(match => match.Success)
            .Max(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        await using var connection = await database.Fixture.App.OpenConnectionAsync(Token);
        Assert.Equal(JobQueueSchema.Version, newest);
        Assert.Equal(newest, await JobQueueSchema.ReadVersionAsync(connection, Token));
    }

    [GeneratedRegex(@"Install\.v(\d+)\.sql$")]
    private static partial Regex ScriptName();

    private Task<CrimeDatabase> OpenAsync() => CrimeDatabase.OpenAsync(
        new DatabaseOptions { ConnectionString = database.Fixture.AppConnectionString, OwnerConnectionString = database.Fixture.OwnerConnectionString }, Token);

    private static IHost NewHost(CrimeDatabase opened, bool isAutomatic)
    {
        var builder = Host.CreateApplicationBuilder(["--Jobs:Automatic", isAutomatic.ToString(), "--Logging:LogLevel:Default", "Warning"]);
        builder.Services.AddSingleton(TimeProvider.System).AddCrimeInsightCore().AddCrimeInsightData(opened).AddCrimeInsightJobs();
        return builder.Build();
    }

    private static async Task<Run> DoneAsync(IRuns runs, Viewer owner)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var run = (await runs.ListAsync(owner, 10, patience.Token)).FirstOrDefault(run => run.Owner == owner.UserName);
            if (run is { IsOpen: false })
                return run.State == RunState.Done ? run : throw new InvalidOperationException(run.ToString());
            await Task.Delay(100, patience.Token);
        }
    }
}
