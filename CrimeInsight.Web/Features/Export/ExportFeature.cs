using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Downloads, within the rights of whoever asks; each is written to the audit trail before it is sent.</summary>
public static class ExportFeature
{
    public static IServiceCollection AddExportFeature(this IServiceCollection services) => services.AddScoped<QueryCsv>();

    public static IEndpointRouteBuilder MapExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ExportUrls.Csv, CsvAsync).AsExport();
        return routes;
    }

    private static async Task<IResult> CsvAsync(
        HttpContext http,
        IViewerAccessor viewers,
        IIncidentQueryRunner runner,
        IReferenceDataReader references,
        IDataStatusReader statuses,
        IAuditWriter audit,
        RefusalTrail refusals,
        QueryCsv csv,
        IStringLocalizer<QueryText> text,
        CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { } viewer)
            return Results.Unauthorized();
        try
        {
            var query = IncidentQueryUrl.Read(http.Request.QueryString.Value ?? "", ExportUrls.Defaults);
            foreach (var code in Foreign(query, viewer, (await references.GetAsync(cancellationToken)).Jurisdictions))
                refusals.Add(viewer, $"place:{code}");
            var result = await runner.RunAsync(query, viewer, cancellationToken);
            var isSynthetic = (await statuses.GetAsync(cancellationToken)).IsSynthetic;
            await audit.WriteAsync(Entry(viewer, result), cancellationToken);
            return csv.Write(result, await references.GetAsync(cancellationToken), isSynthetic).ToFile(FileName(result), isSynthetic);
        }
        catch (InvalidQueryException invalid)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                detail: string.Join(' ', invalid.Problems.Select(problem => text[problem.Key].Value).Distinct()));
        }
    }

    // Of these the query finds nothing.
    private static IEnumerable<string> Foreign(IncidentQuery query, Viewer viewer, JurisdictionTree tree)
    {
        var roots = viewer.JurisdictionIds.Select(tree.Find).OfType<Jurisdiction>().ToList();
        return query.Jurisdictions.Where(code => tree.Find(code) is { } place && !roots.Any(root => root.Contains(place) || place.Contains(root)));
    }

    private static AuditEntry Entry(Viewer viewer, QueryResult result) => AuditEntry.By(viewer, AuditActions.Exported, "query") with
    {
        Detail = new Dictionary<string, string>
        {
            ["query"] = IncidentQueryUrl.Write(result.Query, ExportUrls.Defaults),
            ["rows"] = result.Rows.Length.ToString(CultureInfo.InvariantCulture),
        },
    };

    // What is in it: dimensions, place, head, first and last day.
    private static string FileName(QueryResult result)
    {
        var query = result.Query;
        string[] parts =
        [
            "cases",
            .. query.Dimensions.Select(dimension => "by-" + QueryCatalogue.Of(dimension).Name),
            .. query.Jurisdictions is [var place] ? [place] : Array.Empty<string>(),
            .. query.Heads is [var head] ? [head] : Array.Empty<string>(),
            query.Period.From.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            query.Period.Until.AddDays(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        ];
        return string.Join('-', parts);
    }
}
