using CrimeInsight.Data.Jobs;

namespace CrimeInsight.Web.Features.Jobs;

/// <summary>Composition of background jobs and their page.</summary>
public static class JobsFeature
{
    public static IServiceCollection AddJobsFeature(this IServiceCollection services) => services.AddCrimeInsightJobs();
}
