using CrimeInsight.Core.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.Settings;

/// <summary>Composition of settings; whoever serves people has them, verbs do without.</summary>
public static class SettingsRegistration
{
    /// <param name="defaults">What the configuration says.</param>
    public static IServiceCollection AddCrimeInsightSettings(this IServiceCollection services, Func<IServiceProvider, SettingDefaults> defaults) =>
        services.AddSingleton(defaults).AddSingleton<ISettings, SettingsStore>();
}
