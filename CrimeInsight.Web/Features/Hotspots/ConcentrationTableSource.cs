using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The curve of concentration.</summary>
internal sealed class ConcentrationTableSource(
    ScopeResolver resolver, HotspotPresenters presenters, Answers<HotspotRequest, HotspotReport> answers, HotspotTextFormat words)
    : HotspotTableSource<ConcentrationFindings>(resolver, presenters, answers)
{
    private readonly HotspotPanelPresenter _method = presenters.Panel<ConcentrationPanel>();

    protected override string Subject => "concentration";

    protected override IHotspotPresenter MethodOf(HotspotPageState page) => _method;

    protected override FigureTable TableOf(HotspotPageState page, ConcentrationFindings report) =>
        HotspotTables.Concentration(report, ConcentrationPanel.Steps) with { Facts = [TableFacts.Place(page.Context.Place?.Code)] };

    protected override FigureFact UsedIn(HotspotPageState page, ConcentrationFindings report) => HotspotTables.Used(_method.MadeWith(report, words));
}
