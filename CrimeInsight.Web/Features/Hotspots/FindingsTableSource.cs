using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Places and findings of the map.</summary>
internal sealed class FindingsTableSource(
    ScopeResolver resolver, HotspotPresenters presenters, Answers<HotspotRequest, HotspotReport> answers, HotspotTextFormat words,
    CoverageAnalysis coverages, CoverageText coverageWords)
    : HotspotTableSource<FindingsReport>(resolver, presenters, answers)
{
    protected override string Subject => "hotspots";

    protected override IHotspotPresenter MethodOf(HotspotPageState page) => page.Method;

    protected override FigureTable TableOf(HotspotPageState page, FindingsReport report) =>
        FindingTables.Of(report, page.Method) with { Facts = [.. FindingTables.Facts(report, page.Method)] };

    protected override FigureFact UsedIn(HotspotPageState page, FindingsReport report) => HotspotTables.Used(page.Method.MadeWith(report, words));

    /// <summary>Rates of places say what share of the registered cases they are of, as everywhere.</summary>
    protected override async Task<ImmutableArray<TextKey>> NotesAsync(HotspotPageState page, FindingsReport report, CancellationToken cancellationToken) =>
        report.Marks.Any(mark => mark.RatePerLakh is not null)
            ? coverageWords.NotesOf(await coverages.OfAsync(page.Context, cancellationToken), page.Context.Status)
            : [];
}
