using System.Text;
using CrimeInsight.Core.Places.Files;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.Places;

/// <summary>The files to fill in: the columns, and rows that show what belongs there.</summary>
internal static class PlaceTemplates
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, PlaceFileKind.Populations, ["IN-TN-568", "2024", "4646732"], ["IN-TN-569", "2024", "2187500"]);
        Map(routes, PlaceFileKind.Points, ["IN-TN-568-001", "13.0827", "80.2707"]);
    }

    private static void Map(IEndpointRouteBuilder routes, PlaceFileKind kind, params string[][] rows)
    {
        var csv = new CsvDocument();
        foreach (var row in rows.Prepend([.. PlaceFile.ColumnsOf(kind)]))
            csv.Add(row);
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
        var url = AppUrls.PlacesTemplate(kind);
        routes.MapGet(url, () => Results.File(content, TableFormat.Csv.MediaType, Path.GetFileName(url)))
            .AsExport()
            .RequireAuthorization(Policies.Admin);
    }
}
