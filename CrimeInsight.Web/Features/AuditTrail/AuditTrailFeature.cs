using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.AuditTrail;

/// <summary>Composition of the page on which administrators read the trail.</summary>
public static class AuditTrailFeature
{
    public static IServiceCollection AddAuditTrailFeature(this IServiceCollection services) => services
        .AddPage<TrailText>(AppUrls.Audit, Icons.Material.Rounded.ManageSearch, nameof(TrailText.Nav), PersonRole.Admin, isMinor: true)
        .AddHelp(AppUrls.Audit, "Audit")
        .AddRoutes(routes => routes.MapTable<AuditTableSource>(AppUrls.AuditFile))
        .AddScoped<AuditTableSource>();
}
