using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Pairs of cases by distance and days.</summary>
internal sealed class NearRepeatTableSource(
    ScopeResolver resolver, HotspotPresenters presenters, Answers<HotspotRequest, HotspotReport> answers, HotspotTextFormat words)
    : HotspotTableSource<NearRepeatFindings>(resolver, presenters, answers)
{
    private readonly HotspotPanelPresenter _method = presenters.Panel<NearRepeatPanel>();

    protected override string Subject => "near-repeats";

    protected override IHotspotPresenter MethodOf(HotspotPageState page) => _method;

    protected override FigureTable TableOf(HotspotPageState page, NearRepeatFindings report) =>
        HotspotTables.NearRepeats(report.Report!) with { Facts = [TableFacts.Place(page.Context.Place?.Code)] };

    protected override FigureFact UsedIn(HotspotPageState page, NearRepeatFindings report) => HotspotTables.Used(_method.MadeWith(report, words));
}
