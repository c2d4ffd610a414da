using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Security;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Any semantic query as a table.</summary>
internal sealed class QueryTables(
    IViewerAccessor viewers, IIncidentQueryRunner runner, IReferenceDataReader references, IDataStatusReader statuses, RefusalTrail refusals,
    CoverageAnalysis coverages, CoverageText words) : ITableSource
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
        var status = await statuses.GetAsync(cancellationToken);
        var isSynthetic = status.IsSynthetic;
        var table = QueryTable.Of(result, isSynthetic);
        // A rate says what it is of, also where it has lost its page.
        if (query.Measures.Contains(Measure.RatePerLakh))
            table = table with { Notes = [.. table.Notes, .. await CoverageOfAsync(result.Query, viewer, reference, status, cancellationToken)] };
        var name = TableFileName.Of(result.Query.Jurisdictions, table.View, result.Query.Heads, result.Query.Period.Until.AddDays(-1));
        return new TableExport("query", table, name, IncidentQueryUrl.Write(result.Query, ExportUrls.Defaults), viewer, reference, isSynthetic);
    }

    private async Task<IEnumerable<TextKey>> CoverageOfAsync(
        IncidentQuery query, Viewer viewer, ReferenceData reference, DataStatus status, CancellationToken cancellationToken)
    {
        var codes = new ScopeCodes(query.Jurisdictions, query.Heads, null, null, null).Over(query.Period);
        var scope = ScopeResolver.Resolve(codes, viewer, reference, status, query.Period.Until);
        return scope.Within.IsEmpty ? [] : words.NotesOf(await coverages.OfAsync(scope, cancellationToken), status);
    }

    // Of these the query finds nothing.
    private static IEnumerable<string> Foreign(IncidentQuery query, Viewer viewer, JurisdictionTree tree)
    {
        var roots = viewer.JurisdictionIds.Select(tree.Find).OfType<Jurisdiction>().ToList();
        return query.Jurisdictions.Where(code => tree.Find(code) is { } place && !roots.Any(root => root.Contains(place) || place.Contains(root)));
    }
}
