using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Sends a table as a file, in any form. It is written to the audit trail before it is sent.</summary>
internal sealed class TableDownload(TableCsv csv, TableJson json, IAuditWriter audit, IStringLocalizer<QueryText> text)
{
    public async Task<IResult> SendAsync(ITableSource source, TableFormat format, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            if (await source.ReadAsync(http.Request.QueryString.Value ?? "", cancellationToken) is not { } export)
                return Results.NotFound();
            await audit.WriteAsync(Entry(export), cancellationToken);
            var content = format == TableFormat.Json ? json.ToBytes(export.Table, export.Reference) : csv.ToBytes(export.Table, export.Reference);
            return new ExportFile(content, format, export.FileName, export.IsSynthetic);
        }
        catch (InvalidQueryException invalid)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                detail: string.Join(' ', invalid.Problems.Select(problem => text[problem.Key].Value).Distinct()));
        }
    }

    private static AuditEntry Entry(TableExport export) => AuditEntry.By(export.Viewer, AuditActions.Exported, export.Subject) with
    {
        Detail = new Dictionary<string, string> { ["query"] = export.Asked, ["rows"] = export.Table.Rows.Length.ToString(CultureInfo.InvariantCulture) },
    };
}
