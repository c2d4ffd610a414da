using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Places and findings of the map.</summary>
internal sealed class FindingsTableSource(
    ScopeResolver resolver, HotspotPresenters presenters, Answers<HotspotRequest, HotspotReport> answers, HotspotTextFormat words)
    : HotspotTableSource<FindingsReport>(resolver, presenters, answers)
{
    protected override string Subject => "hotspots";

    protected override IHotspotPresenter MethodOf(HotspotPageState page) => page.Method;

    protected override FigureTable TableOf(HotspotPageState page, FindingsReport report) =>
        FindingTables.Of(report, page.Method) with { Facts = [.. FindingTables.Facts(report, page.Method)] };

    protected override FigureFact UsedIn(HotspotPageState page, FindingsReport report) => HotspotTables.Used(page.Method.MadeWith(report, words));
}
