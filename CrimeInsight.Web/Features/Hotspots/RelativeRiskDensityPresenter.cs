using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How dense land is shown.</summary>
internal sealed class RelativeRiskDensityPresenter : ComparedCasesPresenter
{
    public override string Key => "density";

    public override string Icon => Icons.Material.Rounded.BlurOn;

    public override string NameKey => nameof(HotspotsText.MethodDensity);

    public override string QuestionKey => nameof(HotspotsText.QuestionDensity);

    public override string MeansKey => nameof(HotspotsText.MeansDensity);

    public override string LevelKey => nameof(HotspotsText.MeansLevelDensity);

    public override IEnumerable<SettingChoice> Choices => [SettingChoices.Bandwidth, SettingChoices.Background, SettingChoices.Level];

    protected override IEnumerable<string> UsedKeys =>
        [nameof(HotspotsText.UsedDensity), nameof(HotspotsText.UsedEarlierYears), nameof(HotspotsText.NoteBandwidth)];

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new RelativeRiskDensitySettings
    {
        BandwidthMetres = SettingChoices.Bandwidth.Of(detail) is > 0 and var metres ? metres : null,
        Background = SettingChoices.Background.Of(detail),
        Significance = SettingChoices.Level.Of(detail) / 100.0,
    };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words)
    {
        var found = (RelativeRiskDensityReport)report;
        if (found.CellMetres is { } cell)
            yield return words.Text[nameof(HotspotsText.UsedDensity), words.Format.Number(cell), words.Format.Number(found.Settings.LeastInside)];
        if (words.EarlierYears(found.Comparison, found.Settings) is { } earlier)
            yield return earlier;
    }

    public override string Summary(FindingsReport report, HotspotTextFormat words) => report.Findings.Count == 0
        ? words.Text[nameof(HotspotsText.SummaryDenseNone), words.Format.Number(report.Tested)]
        : words.Text[nameof(HotspotsText.SummaryDense), words.Format.Number(report.Findings.Count)];

    public override string Caption(FindingsReport report, bool isBefore, HotspotTextFormat words) => isBefore
        ? words.Text[nameof(HotspotsText.CaptionDenseBefore)]
        : words.Text[nameof(HotspotsText.CaptionDenseAfter), words.Format.Number(report.Findings.Count)];

    // No replicas are made.
    public override string Level(FindingsReport report, HotspotTextFormat words) =>
        words.Text[LevelKey, words.Format.Number(report.Tested), words.Percent(report.Used.Significance)];

    public override IEnumerable<string> Notes(FindingsReport report, HotspotTextFormat words) =>
        report is RelativeRiskDensityReport { BandwidthMetres: { } metres }
        ? [words.Text[nameof(HotspotsText.NoteBandwidth), words.Format.Number(metres)]]
        : [];
}
