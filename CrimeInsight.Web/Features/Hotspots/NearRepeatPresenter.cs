using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How near repeats are shown.</summary>
internal sealed class NearRepeatPresenter : HotspotPanelPresenter
{
    public override string Key => "near-repeats";

    public override IEnumerable<string> Keys => [nameof(HotspotsText.NearTitle), nameof(HotspotsText.NearSubtitle), nameof(HotspotsText.UsedPairs)];

    public override Type Panel => typeof(NearRepeatPanel);

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new NearRepeatSettings { Significance = SettingChoices.Level.Of(detail) / 100.0 };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words) => report is NearRepeatFindings { Report: { } table }
        ? [words.Text[nameof(HotspotsText.UsedPairs), words.Format.Number(table.Replicas), words.Percent(table.Level),
            words.Format.Number(table.LeastRatio, 1)]]
        : [];
}
