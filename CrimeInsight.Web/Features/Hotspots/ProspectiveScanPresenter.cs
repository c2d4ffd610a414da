using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.ProspectiveScan;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How circles of the prospective scan are shown.</summary>
internal sealed class ProspectiveScanPresenter : HotspotMapPresenter
{
    /// <summary>Below it, counts vary as chance alone lets them when it is written with one digit.</summary>
    private const double LeastVariation = 1.05;

    public override string Key => "recent";

    public override IEnumerable<string> Keys => [.. base.Keys, nameof(HotspotsText.MeansVaries), nameof(HotspotsText.EvidenceRisk), nameof(HotspotsText.Since)];

    public override string Icon => Icons.Material.Rounded.NewReleases;

    public override string NameKey => nameof(HotspotsText.MethodRecent);

    public override string QuestionKey => nameof(HotspotsText.QuestionRecent);

    public override string MeansKey => nameof(HotspotsText.MeansRecent);

    public override IEnumerable<SettingChoice> Choices => [SettingChoices.Level];

    protected override IEnumerable<string> UsedKeys => [nameof(HotspotsText.UsedCircles), nameof(HotspotsText.UsedCirclesWithin)];

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new ProspectiveScanSettings { Significance = SettingChoices.Level.Of(detail) / 100.0 };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words)
    {
        var scan = (ProspectiveScanReport)report;
        var (share, months) = (words.Percent(scan.Settings.MaxShare), words.Format.Number(scan.MaxDurationMonths));
        yield return scan.MaxRadiusMetres is { } metres
            ? words.Text[nameof(HotspotsText.UsedCirclesWithin), share, months, words.Format.Number(metres / 1000)]
            : words.Text[nameof(HotspotsText.UsedCircles), share, months];
    }

    public override IEnumerable<string> AlsoMeans(FindingsReport report, HotspotTextFormat words) =>
        report is ProspectiveScanReport { Dispersion: { VarianceRatio: >= LeastVariation } dispersion }
        ? [words.Text[nameof(HotspotsText.MeansVaries), words.Format.Number(dispersion.VarianceRatio, 1)]]
        : [];

    public override string EvidenceKey(FindingsReport report) => nameof(HotspotsText.EvidenceRisk);

    public override string When(HotspotFinding finding, HotspotTextFormat words) => words.Since(finding.Period.From);

    public override (GeoPoint Centre, double Metres)? CircleOf(HotspotFinding finding) => ((CircleFinding)finding).Circle;
}
