using CrimeInsight.Core;
using CrimeInsight.Data;
using CrimeInsight.Data.Startup;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Shared.Security;
using CrimeInsight.Web.Shared;
using Microsoft.Extensions.Logging.Console;

namespace CrimeInsight.Web.Cli;

/// <summary>Opens the configured database for one verb and gives it the same services the site has, without the site.</summary>
internal sealed class VerbHost : IAsyncDisposable
{
    private readonly CrimeDatabase _database;
    private readonly ServiceProvider _services;

    private VerbHost(CrimeDatabase database, ServiceProvider services)
    {
        _database = database;
        _services = services;
    }

    public IServiceProvider Services => _services;

    /// <param name="add">What this verb needs beside what all need.</param>
    public static async Task<VerbHost> OpenAsync(CancellationToken cancellationToken, Action<IServiceCollection>? add = null)
    {
        var configuration = SiteConfiguration.Read();
        var database = await CrimeDatabase.OpenAsync(SiteConfiguration.DatabaseOptions(configuration), cancellationToken);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging
                .AddConsole(console => (console.LogToStandardErrorThreshold, console.FormatterName) = (LogLevel.Trace, PlainConsole.FormatterName))
                .AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>()
                .SetMinimumLevel(LogLevel.Warning))
            .AddCrimeInsightCore()
            .AddCrimeInsightData(database);
        services.AddPeopleIdentity();
        add?.Invoke(services);
        return new VerbHost(database, services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
