using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Quality;

/// <summary>Composition of the page on the quality of records.</summary>
public static class QualityFeature
{
    public static IServiceCollection AddQualityFeature(this IServiceCollection services) => services
        .AddPage<QualityText>(
            AppUrls.Quality, Icons.Material.Rounded.FactCheck, nameof(QualityText.Nav), PersonRole.Supervisor, isMinor: true)
        .AddHelp(AppUrls.Quality, "Quality", "quality")
        .AddRoutes(routes => routes.MapTable<QualityTableSource>(AppUrls.QualityFile))
        .AddScoped<QualityTableSource>();
}
