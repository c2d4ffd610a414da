using CrimeInsight.Core.Demo;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.Demo;

/// <summary>Composition of the demo data loader.</summary>
internal static class DemoRegistration
{
    public static IServiceCollection AddDemoData(this IServiceCollection services, CrimeDatabase database)
    {
        services.AddSingleton(_ => new DemoTarget(database.App, database.OwnerConnectionString, database.SeedDataFolder, ApproximateBoundaryLoader.UsualMap));
        services.AddSingleton<IDemoDataLoader, DemoDataLoader>();
        return services;
    }
}
