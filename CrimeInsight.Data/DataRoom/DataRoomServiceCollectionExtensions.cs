using CrimeInsight.Core.DataRoom;
using CrimeInsight.Data.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Composition of uploads, for a process that serves. Needs <see cref="UploadRules"/>.</summary>
public static class DataRoomServiceCollectionExtensions
{
    private const string UsualFolder = "uploads";

    public static IServiceCollection AddCrimeInsightUploads(this IServiceCollection services)
    {
        services.AddSingleton<IUploadStore, UploadStore>();
        services.AddSingleton<IUploadFiles>(provider => new UploadFolder(
            provider.GetRequiredService<UploadRules>().Folder ?? Path.Combine(provider.GetRequiredService<CrimeDatabase>().DataFolder, UsualFolder)));
        services.AddSingleton<UploadDesk>();
        return services;
    }
}
