using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Results;
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
        routes.MapGet(Csv, (HttpContext http, HotspotDownload download, Answers<HotspotRequest, HotspotReport> answers, HotspotCsv csv, CancellationToken cancellationToken) =>
            download.SendAsync(http, "hotspots", async page => (await answers.AskAsync(page.Request, page.Context.Viewer, null, cancellationToken)).Report is { Obstacle: null } report ? csv.Write(page, report) : null, cancellationToken))
            .AsExport();
        routes.MapGet(NearCsv, (HttpContext http, HotspotDownload download, Answers<HotspotRequest, NearRepeatFindings> answers, HotspotCsv csv, CancellationToken cancellationToken) =>
            download.SendAsync(http, "near-repeats", async page => (await answers.AskAsync(page.Request, page.Context.Viewer, null, cancellationToken)).Report?.Report is { } report ? csv.NearRepeats(page, report) : null, cancellationToken))
            .AsExport();
        routes.MapGet(ConcentrationCsv, (HttpContext http, HotspotDownload download, Answers<HotspotRequest, ConcentrationFindings> answers, HotspotCsv csv, CancellationToken cancellationToken) =>
            download.SendAsync(http, "concentration", async page => (await answers.AskAsync(page.Request, page.Context.Viewer, null, cancellationToken)).Report?.Report is { } report ? csv.Concentration(page, report) : null, cancellationToken))
            .AsExport();
        return routes;
    }
}
