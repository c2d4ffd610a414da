using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>
/// The list of cases for a file. Cases whose victim the law protects are not in it: single ones are for the screen of those who work
/// on them.
/// </summary>
internal sealed class CaseTableSource(ScopeResolver resolver, ICaseReader cases, CaseFeatureAnalysis features) : ITableSource
{
    /// <summary>Most cases in a file.</summary>
    public const int MostCases = 50_000;

    public async Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (await resolver.ResolveAsync(ScopeCodes.Parse(address).ForPage(), cancellationToken) is not { } scope)
            return null;
        var members = QueryHelpers.ParseQuery(address);
        var choice = CaseChoice.Parse(
            members.GetValueOrDefault(CaseChoice.StatusName), members.GetValueOrDefault(CaseChoice.NumberName),
            members.GetValueOrDefault(CaseChoice.FeaturesName));
        var page = await cases.ListAsync(CaseSelection.Cases(scope, choice) with { Limit = MostCases, IsWithoutSensitive = true }, cancellationToken);
        var known = choice.HasFeatures ? await features.OfAsync(page.Cases, scope.Viewer, scope.Reference, cancellationToken) : null;
        var table = CaseTables.List(page, scope.Reference, known) with
        {
            Facts = [TableFacts.Data(scope.Status.IsSynthetic)],
            Notes = [TextKey.Of<CasesText>(page.HasOlder ? nameof(CasesText.FileCut) : nameof(CasesText.FileNote))],
        };
        return TableExport.Of(scope, "cases", table, scope.ToNewest.Until.AddDays(-1), address);
    }
}
