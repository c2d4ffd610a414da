using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.OfficialFigures;

/// <summary>Composition of official figures.</summary>
internal static class OfficialFigureServices
{
    /// <summary>The store, and the import over it: it reads files, whose readers are no part of what the core composes.</summary>
    public static IServiceCollection AddOfficialFigures(this IServiceCollection services) => services
        .AddSingleton<IOfficialFigures, OfficialFigureStore>()
        .AddSingleton<OfficialImport>();
}
