using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.SpaceTimeCube;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How emerging hotspots are shown.</summary>
internal sealed class EmergingHotspotsPresenter : HotspotMapPresenter
{
    public override string Key => "emerging";

    public override IEnumerable<string> Keys => [.. base.Keys, nameof(HotspotsText.Since)];

    public override string Icon => Icons.Material.Rounded.Timelapse;

    public override string NameKey => nameof(HotspotsText.MethodEmerging);

    public override string QuestionKey => nameof(HotspotsText.QuestionEmerging);

    public override string MeansKey => nameof(HotspotsText.MeansEmerging);

    public override IEnumerable<SettingChoice> Choices => [SettingChoices.Neighbours, SettingChoices.Level];

    protected override IEnumerable<string> UsedKeys => [nameof(HotspotsText.UsedCube), nameof(HotspotsText.UsedLogarithm)];

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new EmergingHotspotsSettings
    {
        Neighbours = SettingChoices.Neighbours.Of(detail),
        Significance = SettingChoices.Level.Of(detail) / 100.0,
    };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words)
    {
        var cube = (EmergingHotspotsReport)report;
        yield return words.Text[
            nameof(HotspotsText.UsedCube), words.Format.Number(cube.Period.Months), words.Format.Number(cube.Neighbours),
            words.Format.Number(cube.Settings.EarlierSteps), words.Format.Number(cube.Settings.RecentMonths)];
        if (cube.Scale == ValueScale.Logarithm)
            yield return words.Text[nameof(HotspotsText.UsedLogarithm)];
    }

    public override string When(HotspotFinding finding, HotspotTextFormat words) => words.Since(finding.Period.From);
}
