using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>Composition of the page that holds our figures against official ones.</summary>
public static class ValidationFeature
{
    public static IServiceCollection AddValidationFeature(this IServiceCollection services) => services
        .AddPage<ValidationText>(
            AppUrls.Validation, Icons.Material.Rounded.Balance, nameof(ValidationText.Nav), PersonRole.Supervisor, isMinor: true)
        .AddHelp(AppUrls.Validation, "Validation", "official-figures")
        .AddRoutes(routes => routes.MapTable<ValidationTableSource>(AppUrls.ValidationFile))
        .AddScoped<ValidationTableSource>()
        .AddScoped<OfficialServices>();
}
