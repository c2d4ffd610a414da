using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The figures of the page as files.</summary>
internal static class ForecastEndpoints
{
    /// <summary>Path of the download; the state of the page follows as its query string.</summary>
    public const string Csv = Path + ".csv";

    private const string Path = AppUrls.ForecastFile;

    public static IEndpointRouteBuilder MapForecasting(this IEndpointRouteBuilder routes)
    {
        routes.MapTable<ForecastTableSource>(Path);
        return routes;
    }
}
