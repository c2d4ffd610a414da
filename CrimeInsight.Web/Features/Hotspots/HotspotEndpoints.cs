using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.NearRepeats;
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
        routes.MapGet(Csv,
            (HttpContext http, HotspotDownload download, Answers<HotspotRequest, HotspotReport> answers, HotspotCsv csv, CancellationToken cancellationToken) =>
            download.SendAsync(http, "hotspots", page => AskAsync<FindingsReport>(answers, page, page.Method, csv.Write, cancellationToken), cancellationToken))
            .AsExport();
        routes.MapGet(NearCsv,
            (HttpContext http, HotspotDownload download, Answers<HotspotRequest, HotspotReport> answers, HotspotPresenters presenters, HotspotCsv csv,
                CancellationToken cancellationToken) =>
            download.SendAsync(
                http, "near-repeats",
                page => AskAsync<NearRepeatFindings>(answers, page, presenters.Panel<NearRepeatPanel>(), csv.NearRepeats, cancellationToken),
                cancellationToken))
            .AsExport();
        routes.MapGet(ConcentrationCsv,
            (HttpContext http, HotspotDownload download, Answers<HotspotRequest, HotspotReport> answers, HotspotPresenters presenters, HotspotCsv csv,
                CancellationToken cancellationToken) =>
            download.SendAsync(
                http, "concentration",
                page => AskAsync<ConcentrationFindings>(answers, page, presenters.Panel<ConcentrationPanel>(), csv.Concentration, cancellationToken),
                cancellationToken))
            .AsExport();
        return routes;
    }

    private static async Task<CsvDocument?> AskAsync<TReport>(
        Answers<HotspotRequest, HotspotReport> answers, HotspotPageState page, IHotspotPresenter method, Func<HotspotPageState, TReport, CsvDocument> write,
        CancellationToken cancellationToken)
        where TReport : HotspotReport =>
        (await answers.AskAsync(page.RequestOf(method), page.Context.Viewer, null, cancellationToken)).Report is TReport { Obstacle: null } report
            ? write(page, report) : null;
}
