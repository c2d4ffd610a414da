using System.Text;
using CrimeInsight.Core.People.Files;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.People;

/// <summary>The file to fill in: the columns, and rows that show what belongs there.</summary>
internal static class PeopleTemplate
{
    private const string FileName = "people.csv";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(AppUrls.PeopleTemplate, () => Results.File(Content(), TableFormat.Csv.MediaType, FileName))
        .AsExport()
        .RequireAuthorization(Policies.Admin);

    private static byte[] Content()
    {
        var csv = new CsvDocument();
        csv.Add([PeopleFile.NameColumn, PeopleFile.UserNameColumn, PeopleFile.RoleColumn, PeopleFile.PlacesColumn]);
        csv.Add(["Ravi Kumar", "r.kumar", "officer", "IN-TN-568"]);
        csv.Add(["Meena Pillai", "meena.pillai@police.example.in", "supervisor", "IN-TN-568; IN-TN-569"]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
