using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Association;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How places that were compared with their neighbours are shown.</summary>
internal abstract class AssociationPresenter : HotspotMapPresenter
{
    public override IEnumerable<string> Keys => [.. base.Keys, AroundKey];

    public override IEnumerable<SettingChoice> Choices => [SettingChoices.Neighbours, SettingChoices.Background, SettingChoices.Level];

    public override bool HasViews => true;

    /// <summary>What was tested of a place.</summary>
    protected abstract string AroundKey { get; }

    protected override IEnumerable<string> UsedKeys => [nameof(HotspotsText.UsedNeighbours), nameof(HotspotsText.UsedEarlierYears)];

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words)
    {
        var found = (AssociationReport)report;
        yield return words.Text[nameof(HotspotsText.UsedNeighbours), words.Format.Number(found.Neighbours)];
        if (words.EarlierYears(found.Comparison, (ComparedSettings)found.Used) is { } earlier)
            yield return earlier;
    }

    // Residents are known of districts: there is nothing to choose.
    public override bool HasBackgrounds(Scope scope) => scope.Place is { Level: > JurisdictionLevel.Country };

    public override Comparison? ComparisonOf(FindingsReport report) => ((AssociationReport)report).Comparison;

    public override string? Around(HotspotFinding finding, HotspotTextFormat words) => finding is NeighbourFinding { Around: (var cases, > 0 and var expected) }
        ? words.Text[AroundKey, words.Format.Number(cases), words.Format.Expected(expected), words.Format.Number(cases / expected, 1)].Value
        : null;

    /// <summary>Settings of either method.</summary>
    protected static TSettings SettingsOf<TSettings>(HotspotDetail detail)
        where TSettings : NeighbourSettings, new() => new()
        {
            Neighbours = SettingChoices.Neighbours.Of(detail),
            Background = SettingChoices.Background.Of(detail),
            Significance = SettingChoices.Level.Of(detail) / 100.0,
        };
}
