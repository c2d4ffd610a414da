using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Layout;

namespace CrimeInsight.Web.Shared.Composition;

/// <summary>What a feature adds to the site beside its services, so that the line that composes it is the only one outside its folder.</summary>
internal static class FeatureParts
{
    /// <summary>A page in the main navigation, after those of the features composed before.</summary>
    /// <typeparam name="TText">Whose resources hold its name.</typeparam>
    public static IServiceCollection AddPage<TText>(
        this IServiceCollection services, string url, string icon, string name, PersonRole lowestRole = PersonRole.Officer, bool isMinor = false,
        Func<AppSettings, bool>? isOffered = null) =>
        services.AddSingleton(new NavigationEntry(url, icon, TextKey.Of<TText>(name), lowestRole, isMinor) { IsOffered = isOffered });

    /// <summary>The help of a page, by its address or pattern: texts of HelpText whose keys are its name and Shows, Read, Do, Limits.</summary>
    /// <param name="method">Name of the file below docs/methods that tells more; null for none.</param>
    public static IServiceCollection AddHelp(this IServiceCollection services, string url, string name, string? method = null) =>
        services.AddSingleton(new HelpEntry(url, name, method));

    /// <summary>Addresses that are not pages.</summary>
    public static IServiceCollection AddRoutes(this IServiceCollection services, Action<IEndpointRouteBuilder> map) =>
        services.AddSingleton(new FeatureRoutes(map));

    /// <summary>What a part of runs says it did, shown with every run.</summary>
    /// <param name="count">Its name in the run.</param>
    /// <param name="key">Of its column in the table of runs.</param>
    /// <typeparam name="TText">Whose resources hold its name on screen.</typeparam>
    public static IServiceCollection AddRunCount<TText>(this IServiceCollection services, string count, string key, string name) =>
        services.AddSingleton(new RunCount(count, key, TextKey.Of<TText>(name)));

    /// <summary>Answers the addresses of every feature.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        foreach (var routes in app.Services.GetServices<FeatureRoutes>())
            routes.Map(app);
    }
}
