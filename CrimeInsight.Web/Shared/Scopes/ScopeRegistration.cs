using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>What pages with a scope bar need.</summary>
public static class ScopeRegistration
{
    public static IServiceCollection AddScope(this IServiceCollection services) => services
        .AddSingleton<PlaceSearchCache>()
        .AddScoped<ScopeResolver>();
}
