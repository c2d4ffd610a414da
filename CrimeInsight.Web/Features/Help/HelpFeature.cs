using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;

namespace CrimeInsight.Web.Features.Help;

/// <summary>Composition of the pages on methods, which the help of other pages leads to.</summary>
public static class HelpFeature
{
    public static IServiceCollection AddHelpFeature(this IServiceCollection services) => services
        .AddHelp(AppUrls.MethodPage, "Method")
        .AddHelp(AppUrls.Denied, "Denied")
        .AddSingleton<MethodPages>();
}
