using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How clusters of cases are shown.</summary>
internal sealed class DensityClustersPresenter : ComparedCasesPresenter
{
    public override string Key => "clusters";

    public override string Icon => Icons.Material.Rounded.BubbleChart;

    public override string NameKey => nameof(HotspotsText.MethodClusters);

    public override string QuestionKey => nameof(HotspotsText.QuestionClusters);

    public override string MeansKey => nameof(HotspotsText.MeansClusters);

    public override string LevelKey => nameof(HotspotsText.MeansLevelClusters);

    public override IEnumerable<SettingChoice> Choices => [SettingChoices.Reach, SettingChoices.LeastCases, SettingChoices.Background, SettingChoices.Level];

    protected override IEnumerable<string> UsedKeys => [nameof(HotspotsText.UsedClusters), nameof(HotspotsText.UsedEarlierYears)];

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new DensityClustersSettings
    {
        ReachMetres = SettingChoices.Reach.Of(detail),
        LeastCases = SettingChoices.LeastCases.Of(detail),
        Background = SettingChoices.Background.Of(detail),
        Significance = SettingChoices.Level.Of(detail) / 100.0,
    };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words)
    {
        var found = (DensityClustersReport)report;
        var settings = found.Settings;
        yield return words.Text[nameof(HotspotsText.UsedClusters), words.Format.Number(settings.LeastCases), words.Format.Number(settings.ReachMetres),
            words.Format.Number(settings.FollowedMonths)];
        if (words.EarlierYears(found.Comparison, settings) is { } earlier)
            yield return earlier;
    }

    public override string Summary(FindingsReport report, HotspotTextFormat words) => (report.Tested, report.Findings.Count) switch
    {
        (0, _) => words.Text[nameof(HotspotsText.SummaryCrowdsNowhere)],
        (_, 0) => words.Text[nameof(HotspotsText.SummaryCrowdsNone), words.Format.Number(report.Tested)],
        _ => words.Text[nameof(HotspotsText.SummaryCrowds), words.Format.Number(report.Findings.Count), words.Format.Number(report.Tested)],
    };

    public override string Caption(FindingsReport report, bool isBefore, HotspotTextFormat words) => isBefore
        ? words.Text[nameof(HotspotsText.CaptionCrowdsBefore), words.Format.Number(report.Tested)]
        : words.Text[nameof(HotspotsText.CaptionCrowdsAfter), words.Format.Number(report.Findings.Count), words.Format.Number(report.Tested)];

    public override FindingHistory? HistoryOf(HotspotFinding finding) => new(CourseOf(finding), ((ClusterFinding)finding).Monthly);

    private static ClusterCourse CourseOf(HotspotFinding finding) => ((ClusterFinding)finding).Course;
}
