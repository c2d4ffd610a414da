using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>Ours beside official, for a file; of protected heads nothing finer than may leave the screen.</summary>
internal sealed class ValidationTableSource(ScopeResolver resolver, ValidationAnalysis analysis) : ITableSource
{
    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { IsEmpty: false, IsElsewhere: false } scope
            || scope.Roots.IsEmpty || scope.Viewer.Role < PersonRole.Supervisor)
            return null;
        var choice = ValidationChoice.Parse(QueryHelpers.ParseQuery(address).GetValueOrDefault(ValidationChoice.YearName));
        var report = await analysis.ReportAsync(scope, choice.Year, cancellationToken);
        var table = ValidationTables.Rows(report.Rows, report.Chosen is not null) with { Facts = [TableFacts.Data(scope.Status.IsSynthetic)] };
        var last = new DateOnly(report.Chosen ?? (report.Years.IsEmpty ? scope.Status.AsOf!.Value.Year : report.Years[0]), 12, 31);
        return TableExport.Of(scope, "validation", table, last, address);
    }
}
