using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Sends a table as a file, in any form. It is written to the audit trail before it is sent.</summary>
internal sealed class TableDownload(
    IEnumerable<ITableForm> forms, IAuditWriter audit, IDataStatusReader statuses, TimeProvider clock, IStringLocalizer<QueryText> text)
{
    private static readonly string s_program = $"CrimeInsight {typeof(TableDownload).Assembly.GetName().Version?.ToString(3)}";

    public async Task<IResult> SendAsync(ITableSource source, TableFormat format, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            if (await source.ReadAsync(http.Request.QueryString.Value ?? "", cancellationToken) is not { } export)
                return Results.NotFound();
            await audit.WriteAsync(Entry(export, format), cancellationToken);
            var stamp = new ExportStamp(clock.GetUtcNow(), (await statuses.GetAsync(cancellationToken)).Version, s_program);
            var content = await forms.Single(form => form.Format == format).WriteAsync(export, stamp, cancellationToken);
            return new ExportFile(content, format, export.FileName, export.IsSynthetic);
        }
        catch (InvalidQueryException invalid)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                detail: string.Join(' ', invalid.Problems.Select(problem => text[problem.Key].Value).Distinct()));
        }
    }

    private static AuditEntry Entry(TableExport export, TableFormat format) => AuditEntry.By(export.Viewer, AuditActions.Exported, export.Subject) with
    {
        Detail = new Dictionary<string, string>
        {
            ["query"] = export.Asked,
            ["rows"] = export.Table.Rows.Length.ToString(CultureInfo.InvariantCulture),
            ["format"] = format.Extension[1..],
        },
    };
}
