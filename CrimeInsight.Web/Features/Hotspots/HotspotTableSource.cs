using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The table of a report of the page at an address, for a file.</summary>
internal abstract class HotspotTableSource<TReport>(
    ScopeResolver resolver, HotspotPresenters presenters, Answers<HotspotRequest, HotspotReport> answers) : ITableSource
    where TReport : HotspotReport
{
    /// <summary>As the audit trail names it.</summary>
    protected abstract string Subject { get; }

    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { } scope)
            return null;
        var page = new HotspotPageState(scope, HotspotChoice.Parse(address, presenters), presenters);
        if (page.HasNoRights || scope.IsElsewhere || page.Ends.IsEmpty)
            return null;
        var answer = await answers.AskAsync(page.RequestOf(MethodOf(page)), scope.Viewer, null, cancellationToken);
        if (answer.Report is not TReport { Obstacle: null } report)
            return null;
        var table = TableOf(page, report);
        return TableExport.Of(
            scope,
            Subject,
            table with
            {
                Facts = [.. table.Facts, TableFacts.Head(scope.Head.Code), TableFacts.Data(scope.Status.IsSynthetic), UsedIn(page, report)],
                Notes = [.. table.Notes, .. await NotesAsync(page, report, cancellationToken)],
            },
            page.End.AddMonths(1).AddDays(-1),
            address);
    }

    protected abstract IHotspotPresenter MethodOf(HotspotPageState page);

    protected abstract FigureTable TableOf(HotspotPageState page, TReport report);

    protected abstract FigureFact UsedIn(HotspotPageState page, TReport report);

    /// <summary>What else a reader of the file must know.</summary>
    protected virtual Task<ImmutableArray<TextKey>> NotesAsync(HotspotPageState page, TReport report, CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableArray<TextKey>.Empty);
}
