using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The figures of the page as files.</summary>
internal static class HotspotEndpoints
{
    /// <summary>Path of the download; the state of the page follows as its query string, as for those below.</summary>
    public const string Csv = AppUrls.HotspotsFile + ".csv";
    public const string NearCsv = AppUrls.NearRepeatsFile + ".csv";
    public const string ConcentrationCsv = AppUrls.ConcentrationFile + ".csv";

    public static IEndpointRouteBuilder MapHotspots(this IEndpointRouteBuilder routes)
    {
        routes.MapTable<FindingsTableSource>(AppUrls.HotspotsFile);
        routes.MapTable<NearRepeatTableSource>(AppUrls.NearRepeatsFile);
        routes.MapTable<ConcentrationTableSource>(AppUrls.ConcentrationFile);
        return routes;
    }
}
