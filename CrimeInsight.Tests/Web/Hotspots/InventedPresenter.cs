using CrimeInsight.Core.Hotspots;
using CrimeInsight.Tests.Core.Hotspots;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Tests.Web.Hotspots;

/// <summary>How the invented method is shown; it borrows its texts.</summary>
internal sealed class InventedPresenter : HotspotMapPresenter
{
    public static NumberChoice Least { get; } = new("few", 6, nameof(HotspotsText.Least), nameof(HotspotsText.LeastCases), 100, [100, 150]);

    public override string Key => "invented";

    public override string Icon => "";

    public override string NameKey => nameof(HotspotsText.Title);

    public override string QuestionKey => nameof(HotspotsText.NotCause);

    public override string MeansKey => nameof(HotspotsText.NotQuiet);

    public override IEnumerable<SettingChoice> Choices => [Least, SettingChoices.Level];

    protected override IEnumerable<string> UsedKeys => [nameof(HotspotsText.LeastCases)];

    public override HotspotSettings SettingsOf(HotspotDetail detail) =>
        new InventedSettings { Least = Least.Of(detail), Significance = SettingChoices.Level.Of(detail) / 100.0 };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words) =>
        [words.Text[nameof(HotspotsText.LeastCases), ((InventedReport)report).Settings.Least]];
}
