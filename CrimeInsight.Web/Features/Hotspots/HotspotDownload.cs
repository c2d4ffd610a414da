using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Answers a download of the page within the rights of whoever asks; it is written to the audit trail before it is sent.</summary>
internal sealed class HotspotDownload(ScopeResolver resolver, HotspotPresenters presenters, IAuditWriter audit)
{
    /// <param name="write">Null when there is nothing to send.</param>
    public async Task<IResult> SendAsync(HttpContext http, string name, Func<HotspotPageState, Task<CsvDocument?>> write, CancellationToken cancellationToken)
    {
        var address = http.Request.QueryString.Value ?? "";
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { } context)
            return Results.Unauthorized();
        var page = new HotspotPageState(context, HotspotChoice.Parse(address, presenters), presenters);
        if (page.HasNoRights || page.Context.IsElsewhere || page.Ends.IsEmpty || await write(page) is not { } document)
            return Results.NotFound();
        await audit.WriteAsync(
            AuditEntry.By(context.Viewer, AuditActions.Exported, name) with { Detail = new Dictionary<string, string> { ["query"] = address } },
            cancellationToken);
        return document.ToFile(string.Create(CultureInfo.InvariantCulture, $"{name}-{page.End:yyyyMM}"), context.Status.IsSynthetic);
    }
}
