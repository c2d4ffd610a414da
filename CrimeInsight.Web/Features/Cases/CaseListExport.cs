using System.Globalization;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>
/// The list of cases as a file, within the rights of whoever asks and written to the audit trail before it is sent. Cases whose
/// victim the law protects are not in it: single ones are for the screen of those who work on them.
/// </summary>
internal sealed class CaseListExport(
    ScopeResolver resolver, ICaseReader cases, IAuditWriter audit, CaseTextFormat words, IStringLocalizer<CasesText> text, IStringLocalizer<QueryText> catalogue)
{
    /// <summary>Most cases in a file.</summary>
    public const int MostCases = 50_000;

    public async Task<IResult> SendAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var address = http.Request.QueryString.Value ?? "";
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { } context)
            return Results.Unauthorized();
        var members = QueryHelpers.ParseQuery(address);
        var choice = CaseChoice.Parse(members.GetValueOrDefault(CaseChoice.StatusName), members.GetValueOrDefault(CaseChoice.NumberName));
        var page = await cases.ListAsync(CaseSelection.Cases(context, choice) with { Limit = MostCases, IsWithoutSensitive = true }, cancellationToken);
        await audit.WriteAsync(Entry(context, address, page), cancellationToken);
        return Write(page, context).ToFile(FileName(context), context.Status.IsSynthetic);
    }

    private CsvDocument Write(CasePage page, Scope context)
    {
        var csv = new CsvDocument();
        csv.Add([
            text[nameof(CasesText.Reference)], text[nameof(CasesText.ColumnHead)], text[nameof(CasesText.ColumnWhen)], text[nameof(CasesText.Reported)],
            text[nameof(CasesText.ColumnPlace)], text[nameof(CasesText.ColumnStatus)], catalogue[nameof(QueryText.DataKind)]]);
        string kind = catalogue[context.Status.IsSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)];
        foreach (var item in page.Cases)
            csv.Add(Cells(item, context.Reference).Append(kind));
        csv.Add([text[page.HasOlder ? nameof(CasesText.FileCut) : nameof(CasesText.FileNote)]]);
        return csv;
    }

    private IEnumerable<string> Cells(CaseSummary item, ReferenceData reference) =>
    [
        item.Number ?? "",
        CaseTextFormat.Heads(reference, item.HeadId)[^1],
        words.When(item.When),
        item.ReportedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Join(", ", CaseTextFormat.Places(reference, item.Ordinal)),
        words.Status(item.Status),
    ];

    private static AuditEntry Entry(Scope context, string address, CasePage page) => AuditEntry.By(context.Viewer, AuditActions.Exported, "cases") with
    {
        Detail = new Dictionary<string, string> { ["query"] = address, ["rows"] = page.Cases.Length.ToString(CultureInfo.InvariantCulture) },
    };

    private static string FileName(Scope context) => string.Create(
        CultureInfo.InvariantCulture, $"case-list-{context.ToNewest.From:yyyyMM}-{context.ToNewest.Until.AddDays(-1):yyyyMM}");
}
