using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Hotspots;

using Scope = CrimeInsight.Web.Shared.Scope.Scope;

/// <summary>The figures of the page as a file, within the rights of whoever asks; written to the audit trail before it is sent.</summary>
internal static class HotspotEndpoints
{
    /// <summary>Path of the download; the state of the page follows as its query string.</summary>
    public const string Csv = "/export/hotspots.csv";

    public static IEndpointRouteBuilder MapHotspots(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Csv, CsvAsync).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> CsvAsync(HttpContext http, ScopeResolver resolver, HotspotAnalysis analysis, HotspotCsv csv, IAuditWriter audit, CancellationToken cancellationToken)
    {
        var address = http.Request.QueryString.Value ?? "";
        if (await resolver.ResolveAsync(Scope.Parse(address), cancellationToken) is not { } context)
            return Results.Unauthorized();
        var members = QueryHelpers.ParseQuery(address);
        var page = new HotspotPageState(context, HotspotChoice.Parse(
            Member(HotspotChoice.MethodName), Member(HotspotChoice.EndName), Member(HotspotChoice.SpanName), Member(HotspotChoice.ShowName), Member(HotspotChoice.AtName)));
        if (page.HasNoRights || page.IsElsewhere || page.Ends.IsEmpty)
            return Results.NotFound();
        var report = await analysis.RunAsync(page.Request, context.Viewer, null, cancellationToken);
        if (report.Obstacle is not null)
            return Results.NotFound();
        await audit.WriteAsync(
            AuditEntry.By(context.Viewer, AuditActions.Exported, "hotspots") with { Detail = new Dictionary<string, string> { ["query"] = address } }, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"hotspots-{page.Choice.Method.ToString().ToLowerInvariant()}-{page.End:yyyyMM}");
        return csv.Write(page, report).ToFile(name, context.Status.IsSynthetic);
        string? Member(string name) => members.TryGetValue(name, out var values) ? values[0] : null;
    }
}
