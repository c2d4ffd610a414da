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
    private const string SectionName = "Settings";

    public static IServiceCollection AddSettingsFeature(this IServiceCollection services) => services
        .AddPage<SettingsText>(AppUrls.Settings, Icons.Material.Rounded.Tune, nameof(SettingsText.Nav), PersonRole.Admin, isMinor: true)
        .AddScoped<SettingsServices>()
        .AddHostedService<SettingsKeeper>();

    /// <summary>What the configuration says, e.g. the variable <c>Settings__FactorFrom=admin</c>.</summary>
    internal static SettingDefaults Defaults(IServiceProvider provider) => new(
        provider.GetRequiredService<IConfiguration>().GetSection(SectionName).GetChildren()
            .Where(child => child.Value is not null).ToDictionary(child => child.Key, child => child.Value!, StringComparer.OrdinalIgnoreCase),
        [.. AppCultures.All.Select(culture => culture.Name)]);
}
