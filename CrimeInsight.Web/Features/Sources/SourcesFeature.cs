using CrimeInsight.Core.Sources;
using CrimeInsight.Data.Sources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Composition of sources: files that come by themselves.</summary>
public static class SourcesFeature
{
    public static IServiceCollection AddSourcesFeature(this IServiceCollection services) => services
        .AddHelp(AppUrls.Sources, "Sources")
        .AddHelp(AppUrls.NewSource, "Source")
        .AddHelp(AppUrls.SourcePage, "Source")
        .AddSources()
        .AddSourceQueue()
        .AddHostedService<SourceKeeper>()
        .AddScoped<SourceServices>()
        .AddScoped<IPageAlarm, SourceAlarm>();

    /// <summary>Reading sources here and now, as the command line does too.</summary>
    internal static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SourcesOptions>().BindConfiguration(SourcesOptions.SectionName).ValidateDataAnnotations();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SourcesOptions>>().Value.ToRules())
            .AddSingleton<ISourceSecrets, SourceSecrets>()
            .AddSingleton<ISourceWords, SourceWords>()
            .AddSourceWork();
    }
}
