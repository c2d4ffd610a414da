using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How the concentration at places is shown.</summary>
internal sealed class ConcentrationPresenter : HotspotPanelPresenter
{
    public override string Key => "concentration";

    public override IEnumerable<string> Keys => [nameof(HotspotsText.ShareTitle), nameof(HotspotsText.ShareSubtitle), nameof(HotspotsText.UsedSpreads)];

    public override Type Panel => typeof(ConcentrationPanel);

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new ConcentrationSettings();

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words) => report is ConcentrationFindings { Report: { } curve }
        ? [words.Text[nameof(HotspotsText.UsedSpreads), words.Format.Number(curve.Simulations)]]
        : [];
}
