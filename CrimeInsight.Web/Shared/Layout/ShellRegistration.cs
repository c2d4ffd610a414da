using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Composition of the shell: languages, formatting, theme, notices.</summary>
internal static class ShellRegistration
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(AppCultures.Default);
            options.SupportedCultures = [.. AppCultures.All];
            options.SupportedUICultures = [.. AppCultures.All];
            options.RequestCultureProviders = [new LanguageProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.VisibleStateDuration = 5000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 150;
            mud.SnackbarConfiguration.HideTransitionDuration = 150;
        });
        services.AddSingleton<OfferedLanguages>();
        services.AddScoped<DisplayState>();
        services.AddScoped<DisplayFormat>();
        services.AddScoped<SmallNumbers>();
        services.AddScoped<CoverageText>();
        services.AddScoped<WithheldText>();
        services.AddScoped<TableWords>();
        services.AddScoped<PreferenceSaver>();
        services.AddScoped<ShellServices>();
        services.AddSingleton<SiteStatusMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<SiteStatusMonitor>());
        return services;
    }

    /// <summary>Addresses of the shell that are not pages.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapGet(AppUrls.LanguageRoute, (string culture, string? returnUrl, HttpContext context, OfferedLanguages languages) =>
        {
            if (languages.Find(culture) is { } known)
                LanguageProvider.Choose(context, known.Name);
            return Results.LocalRedirect(AppUrls.Local(returnUrl));
        }).AllowAnonymous();
        app.MapHealth();
    }
}
