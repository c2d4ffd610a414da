using CrimeInsight.Core.People;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Quality;

/// <summary>The places of the page as a file, for those who see the page.</summary>
internal sealed class QualityTableSource(ScopeResolver resolver, QualityAnalysis analysis) : ITableSource
{
    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { IsElsewhere: false, IsEmpty: false } scope
            || scope.Viewer.Role < PersonRole.Supervisor)
            return null;
        var report = await analysis.RunAsync(scope, new QualitySettings(), cancellationToken);
        var table = QualityTables.Parts(report) with
        {
            Facts = [TableFacts.Place(scope.Place?.Code), TableFacts.Head(scope.Head.Code), TableFacts.Data(scope.Status.IsSynthetic)],
        };
        return TableExport.Of(scope, "quality", table, report.Judged.Until.AddDays(-1), address);
    }
}
