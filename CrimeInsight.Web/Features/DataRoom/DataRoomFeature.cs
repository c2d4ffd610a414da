using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Data.DataRoom;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Composition of the data room: how files come in.</summary>
public static class DataRoomFeature
{
    public static IServiceCollection AddDataRoomFeature(this IServiceCollection services)
    {
        services.AddUploadRules();
        return services
            .AddPage<SharedText>(AppUrls.DataRoom, Icons.Material.Rounded.DriveFolderUpload, nameof(SharedText.NavDataRoom), PersonRole.Admin, isMinor: true)
            .AddHelp(AppUrls.DataRoom, "DataRoom")
            .AddHelp(AppUrls.UploadPage, "Upload")
            .AddHelp(AppUrls.UploadStepPage, "Upload")
            .AddHelp(AppUrls.Batches, "Batches")
            .AddHelp(AppUrls.BatchPage, "Batch")
            .AddCrimeInsightUploads()
            .AddHostedService<UploadKeeper>()
            .AddRoutes(TusEndpoints.Map)
            .AddRoutes(RejectsDownload.Map)
            .AddRoutes(routes => routes.MapTable<BatchRejectsSource>(AppUrls.BatchRejectsFile))
            .AddRoutes(routes => routes.MapTable<BatchDuplicatesSource>(AppUrls.BatchDuplicatesFile))
            .AddRoutes(routes => routes.MapTable<BatchConflictsSource>(AppUrls.BatchConflictsFile))
            .AddRoutes(routes => routes.MapTable<BatchPairsSource>(AppUrls.BatchPairsFile))
            .AddRoutes(routes => routes.MapTable<CheckPairsSource>(AppUrls.CheckPairsFile))
            .AddRoutes(routes => routes.MapTable<CheckRowsSource>(AppUrls.CheckRowsFile))
            .AddRoutes(routes => routes.MapTable<CheckChangesSource>(AppUrls.CheckChangesFile))
            .AddRoutes(routes => routes.MapTable<PreparedRowsSource>(AppUrls.PreparedRowsFile))
            .AddScoped<PreparedRowsSource>()
            .AddScoped<CheckFiles>()
            .AddScoped<CheckRowsSource>()
            .AddScoped<CheckChangesSource>()
            .AddScoped<ForesightDesk>()
            .AddScoped<BatchFiles>()
            .AddScoped<BatchRejectsSource>()
            .AddScoped<BatchDuplicatesSource>()
            .AddScoped<BatchConflictsSource>()
            .AddScoped<BatchPairsSource>()
            .AddScoped<CheckPairsSource>()
            .AddScoped<LikelyDesk>()
            .AddScoped<ContentWords>()
            .AddScoped<BatchDesk>()
            .AddScoped<DataRoomWords>()
            .AddScoped<DataRoomDesk>();
    }

    /// <summary>What may be uploaded, as it is configured.</summary>
    internal static IServiceCollection AddUploadRules(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DataRoomOptions>().BindConfiguration(DataRoomOptions.SectionName).ValidateDataAnnotations();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<DataRoomOptions>>().Value.ToRules(provider.GetService<ISettings>()));
    }
}
