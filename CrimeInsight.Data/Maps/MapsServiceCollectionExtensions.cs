using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.Maps;

/// <summary>Composition of the map's data.</summary>
internal static class MapsServiceCollectionExtensions
{
    public static IServiceCollection AddMaps(this IServiceCollection services)
    {
        services.AddSingleton<CoarseCellCache>();
        services.AddSingleton<IMapTileReader, MapTileReader>();
        services.AddSingleton<IBoundaryReader, BoundaryReader>();
        services.AddHostedService<ApproximateBoundaryService>();
        return services;
    }
}
