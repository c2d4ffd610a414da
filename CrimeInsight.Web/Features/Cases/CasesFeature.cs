namespace CrimeInsight.Web.Features.Cases;

/// <summary>Composition of the list of cases and their details.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCasesFeature(this IServiceCollection services) => services
        .AddScoped<CaseTextFormat>()
        .AddScoped<CaseScenes>();
}
