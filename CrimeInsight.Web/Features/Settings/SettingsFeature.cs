using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Formatting;
using MudBlazor;

namespace CrimeInsight.Web.Features.Settings;

/// <summary>Composition of the page on which administrators of the country set what holds for all.</summary>
public static class SettingsFeature
{
    public static IServiceCollection AddSettingsFeature(this IServiceCollection services) => services
        .AddPage<SettingsText>(AppUrls.Settings, Icons.Material.Rounded.Tune, nameof(SettingsText.Nav), PersonRole.Admin, isMinor: true)
        .AddHelp(AppUrls.Settings, "Settings")
        .AddScoped<SettingsServices>()
        .AddHostedService<SettingsKeeper>();

    /// <summary>What the configuration says, e.g. the variable <c>Settings__FactorFrom=admin</c>.</summary>
    internal static SettingDefaults Defaults(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        if (!string.IsNullOrEmpty(configuration[SettingCatalogue.TileUrl.Configuration])
            && string.IsNullOrWhiteSpace(configuration[SettingCatalogue.TileCredit.Configuration]))
            throw new OperatorException(
                $"{SettingCatalogue.TileCredit.Configuration} is missing; tile servers ask for their name to be shown, such as © OpenStreetMap contributors.");
        return new SettingDefaults(
            SettingCatalogue.All.Where(definition => !string.IsNullOrEmpty(configuration[definition.Configuration]))
                .ToDictionary(definition => definition.Key, definition => configuration[definition.Configuration]!),
            [.. AppCultures.All.Select(culture => culture.Name)]);
    }
}
