using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Setup;

/// <summary>Composition of the guide from the demo to a force's own data.</summary>
public static class SetupFeature
{
    public static IServiceCollection AddSetupFeature(this IServiceCollection services) => services
        .AddPage<SetupText>(
            AppUrls.Setup, Icons.Material.Rounded.Flag, nameof(SetupText.Nav), PersonRole.Admin, isMinor: true, isOffered: settings => settings.OffersGuide)
        .AddHelp(AppUrls.Setup, "Setup")
        .AddScoped<SetupServices>();
}
