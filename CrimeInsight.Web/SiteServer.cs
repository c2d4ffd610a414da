using System.Text.Encodings.Web;
using System.Text.Unicode;
using CrimeInsight.Core;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data;
using CrimeInsight.Data.Settings;
using CrimeInsight.Data.Startup;
using CrimeInsight.Web.Features.Account;
using CrimeInsight.Web.Features.AuditTrail;
using CrimeInsight.Web.Features.Boundaries;
using CrimeInsight.Web.Features.Cases;
using CrimeInsight.Web.Features.DataRoom;
using CrimeInsight.Web.Features.DemoData;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Features.Help;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Features.Jobs;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Features.Overview;
using CrimeInsight.Web.Features.People;
using CrimeInsight.Web.Features.Places;
using CrimeInsight.Web.Features.Quality;
using CrimeInsight.Web.Features.Settings;
using CrimeInsight.Web.Features.Setup;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Features.Sources;
using CrimeInsight.Web.Features.Validation;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.WebEncoders;

namespace CrimeInsight.Web;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class SiteServer
{
    private const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = CreateBuilder(args);
        await using var database = await CrimeDatabase.OpenAsync(SiteConfiguration.DatabaseOptions(builder.Configuration), CancellationToken.None);
        await using var app = Build(builder, database);
        await StartAsync(app, CancellationToken.None);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Starts a site, unless it must not serve as it is set up.</summary>
    /// <exception cref="OperatorException">With the remedy.</exception>
    internal static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception problem) when (StartProblem.Of(problem) is { } known)
        {
            // What had started already ends in order, without complaining.
            await app.StopAsync(CancellationToken.None);
            throw known;
        }

        var status = await app.Services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken);
        OpenHosts.Require(app.Configuration[OpenHosts.Setting], app.Urls, app.Services.GetRequiredService<DemoMode>().IsOn, status, app.Logger);
        await app.Services.GetRequiredService<SetupCode>().TellAsync(Console.Out, app.Urls.First() + AppUrls.FirstAdmin, cancellationToken);
    }

    /// <summary>The site over an open database, ready to start.</summary>
    internal static WebApplication Build(string[] args, CrimeDatabase database) => Build(CreateBuilder(args), database);

    private static WebApplication Build(WebApplicationBuilder builder, CrimeDatabase database)
    {
        AddServices(builder.Services, database);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    /// <summary>Everything the site consists of; one line per concern.</summary>
    private static void AddServices(IServiceCollection services, CrimeDatabase database)
    {
        services.AddCrimeInsightCore();
        services.AddCrimeInsightData(database);
        services.AddDatabaseWatch();
        services.AddCrimeInsightSettings(SettingsFeature.Defaults);
        services.AddSingleton(TimeProvider.System);
        // Letters of every script travel as themselves, not as six-byte references.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.DisconnectedCircuitMaxRetained = 200;
        });
        services.AddSiteSecurity();
        services.AddShell();
        services.AddScope();
        services.AddSignInFeature(database.IsEmbedded);
        AddFeatures(services);
    }

    /// <summary>The concerns, in the order of their pages in the navigation.</summary>
    internal static void AddFeatures(IServiceCollection services) => services
        .AddOverviewFeature()
        .AddSetupFeature()
        .AddMapFeature()
        .AddForecastingFeature()
        .AddHotspotsFeature()
        .AddCasesFeature()
        .AddQualityFeature()
        .AddDataRoomFeature()
        .AddSourcesFeature()
        .AddValidationFeature()
        .AddJobsFeature()
        .AddPeopleFeature()
        .AddPlacesFeature()
        .AddBoundariesFeature()
        .AddAuditTrailFeature()
        .AddSettingsFeature()
        .AddAccountFeature()
        .AddHelpFeature()
        .AddDemoDataFeature()
        .AddExportFeature();

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings and assets are found beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(SiteServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        UseBuildAssets(builder);
        builder.Logging.AddConsole(console => console.FormatterName = PlainConsole.FormatterName).AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultAddress);
        return builder;
    }

    // A build serves its browser files from where npm and NuGet put them; a published copy has them beside it.
    private static void UseBuildAssets(WebApplicationBuilder builder)
    {
        try
        {
            builder.WebHost.UseStaticWebAssets();
        }
        catch (DirectoryNotFoundException missing)
        {
            Console.Error.WriteLine(
                $"Pages will lack styles and scripts: {missing.Message} cannot be read by this user. Run a published copy (dotnet publish), or build as the "
                    + "user who runs the app.");
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseMiddleware<ClosingDoor>();
        app.UseSiteSecurity();
        app.UseRequestLocalization();
        app.UseExceptionHandler(AppUrls.Error, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(AppUrls.NotFound, createScopeForStatusCodePages: true);
        app.UseMiddleware<WaitingRoom>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<ExpiredForms>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapShell();
        app.MapFeatures();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);
    }
}
