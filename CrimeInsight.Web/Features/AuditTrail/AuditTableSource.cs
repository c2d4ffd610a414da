using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.AuditTrail;

/// <summary>The trail for a file, within the rights of whoever asks; that it was taken out is written to it, too.</summary>
internal sealed class AuditTableSource(
    IViewerAccessor viewers, IAuditReader audit, IReferenceDataReader references, IDataStatusReader statuses, RefusalTrail refusals) : ITableSource
{
    /// <summary>Most rows in a file.</summary>
    public const int MostRows = 50_000;

    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { } viewer)
            return null;
        if (viewer.Role != PersonRole.Admin)
        {
            refusals.Add(viewer, "page:audit");
            return null;
        }

        var choice = AuditChoice.Parse(address) with { BeforeId = null };
        var records = await audit.ListAsync(viewer, choice.ToSelection(MostRows + 1), cancellationToken);
        var table = AuditTables.Rows(records.Take(MostRows)) with
        {
            Notes = records.Count > MostRows ? [TextKey.Of<TrailText>(nameof(TrailText.FileCut))] : [],
        };
        var isSynthetic = (await statuses.GetAsync(cancellationToken)).IsSynthetic;
        var name = records.Count == 0 ? "audit" : string.Create(CultureInfo.InvariantCulture, $"audit_{records[^1].Id}-{records[0].Id}");
        return new TableExport("audit", table, name, choice.ToQueryString(), viewer, await references.GetAsync(cancellationToken), isSynthetic);
    }
}
