using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;
using CrimeInsight.Data.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Composition of sources: files that come by themselves.</summary>
public static class SourcesFeature
{
    public static IServiceCollection AddSourcesFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Sources, Icons.Material.Rounded.CloudSync, nameof(SharedText.NavSources), PersonRole.Admin, isMinor: true)
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
