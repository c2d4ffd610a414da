namespace CrimeInsight.Web.Features.DemoData;

/// <summary>Composition of the demo data that fills an empty database.</summary>
public static class DemoDataFeature
{
    public static IServiceCollection AddDemoDataFeature(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DemoDataOptions>().BindConfiguration(DemoDataOptions.SectionName).ValidateDataAnnotations();
        services.AddHostedService<DemoDataKeeper>();
        return services;
    }
}
