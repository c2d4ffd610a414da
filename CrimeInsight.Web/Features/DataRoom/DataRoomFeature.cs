using CrimeInsight.Data.DataRoom;
using CrimeInsight.Web.Shared.Composition;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Composition of the data room: how files come in.</summary>
public static class DataRoomFeature
{
    public static IServiceCollection AddDataRoomFeature(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DataRoomOptions>().BindConfiguration(DataRoomOptions.SectionName).ValidateDataAnnotations();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<DataRoomOptions>>().Value.ToRules())
            .AddCrimeInsightUploads()
            .AddHostedService<UploadKeeper>()
            .AddRoutes(TusEndpoints.Map);
    }
}
