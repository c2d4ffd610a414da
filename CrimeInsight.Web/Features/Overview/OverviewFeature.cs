using CrimeInsight.Core.Overview;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>The Overview page.</summary>
public static class OverviewFeature
{
    public static IServiceCollection AddOverviewFeature(this IServiceCollection services) => services.AddSingleton<OverviewAnalysis>();
}
