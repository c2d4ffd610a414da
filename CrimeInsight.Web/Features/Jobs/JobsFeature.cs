using CrimeInsight.Core.People;
using CrimeInsight.Data.Jobs;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using MudBlazor;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Composition of background jobs and their page.</summary>
public static class JobsFeature
{
    public static IServiceCollection AddJobsFeature(this IServiceCollection services) => services
        .AddPage<SharedText>(AppUrls.Jobs, Icons.Material.Rounded.Autorenew, nameof(SharedText.NavJobs), PersonRole.Admin, isMinor: true)
        .AddHelp(AppUrls.Jobs, "Jobs", "forecasting")
        .AddCrimeInsightJobs();
}
