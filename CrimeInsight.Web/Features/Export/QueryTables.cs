using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Security;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Any semantic query as a table.</summary>
internal sealed class QueryTables(
    IViewerAccessor viewers, IIncidentQueryRunner runner, IReferenceDataReader references, IDataStatusReader statuses, RefusalTrail refusals) : ITableSource
{
    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { } viewer)
            return null;
        var query = IncidentQueryUrl.Read(address, ExportUrls.Defaults);
        var reference = await references.GetAsync(cancellationToken);
        foreach (var code in Foreign(query, viewer, reference.Jurisdictions))
            refusals.Add(viewer, $"place:{code}");
        var result = await runner.RunAsync(query, viewer, cancellationToken);
        var isSynthetic = (await statuses.GetAsync(cancellationToken)).IsSynthetic;
        var table = QueryTable.Of(result, isSynthetic);
        var name = TableFileName.Of(result.Query.Jurisdictions, table.View, result.Query.Heads, result.Query.Period.Until.AddDays(-1));
        return new TableExport("query", table, name, IncidentQueryUrl.Write(result.Query, ExportUrls.Defaults), viewer, reference, isSynthetic);
    }

    // Of these the query finds nothing.
    private static IEnumerable<string> Foreign(IncidentQuery query, Viewer viewer, JurisdictionTree tree)
    {
        var roots = viewer.JurisdictionIds.Select(tree.Find).OfType<Jurisdiction>().ToList();
        return query.Jurisdictions.Where(code => tree.Find(code) is { } place && !roots.Any(root => root.Contains(place) || place.Contains(root)));
    }
}
