using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The figures of the page as files, within the rights of whoever asks; each is written to the audit trail before it is sent.</summary>
internal static class ForecastEndpoints
{
    /// <summary>Path of the download; the state of the page follows as its query string.</summary>
    public const string Csv = "/export/forecast.csv";

    public static IEndpointRouteBuilder MapForecasting(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Csv, CsvAsync).AsExport();
        return routes;
    }

    private static async Task<IResult> CsvAsync(HttpContext http, ScopeResolver resolver, ForecastExport export, IAuditWriter audit, CancellationToken cancellationToken)
    {
        var address = http.Request.QueryString.Value ?? "";
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { } context)
            return Results.Unauthorized();
        var page = new ForecastPageState(context, ChoiceOf(address));
        if (page.HasNoRights || page.Context.IsElsewhere)
            return Results.NotFound();
        if (await export.WriteAsync(page, cancellationToken) is not { } document)
            return Results.NotFound();
        await audit.WriteAsync(Entry(context, address), cancellationToken);
        return document.ToFile(FileName(page), context.Status.IsSynthetic);
    }

    private static ForecastChoice ChoiceOf(string address)
    {
        var members = QueryHelpers.ParseQuery(address);
        return ForecastChoice.Parse(
            Member(ForecastChoice.MonthsName), Member(ForecastChoice.ModelName), Member(ForecastChoice.TabName), Member(ForecastChoice.AtName), Member(ForecastChoice.FestivalName), Member(ForecastChoice.FestivalMonthName));
        string? Member(string name) => members.TryGetValue(name, out var values) ? values[0] : null;
    }

    private static AuditEntry Entry(Scope context, string address) => AuditEntry.By(context.Viewer, AuditActions.Exported, "forecast") with
    {
        Detail = new Dictionary<string, string> { ["query"] = address },
    };

    private static string FileName(ForecastPageState page) => string.Create(
        CultureInfo.InvariantCulture,
        $"forecast-{page.Tab.ToString().ToLowerInvariant()}-{page.Context.Status.AsOf:yyyyMM}");
}
