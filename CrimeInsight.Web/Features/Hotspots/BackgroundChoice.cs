using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Controls;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>What cases are compared with; absent: what suits the head.</summary>
public sealed class BackgroundChoice(string name, int order) : SettingChoice(name, order, nameof(HotspotsText.ComparedWith))
{
    /// <summary>Of one head, unless asked otherwise.</summary>
    public const CaseBackground Usual = CaseBackground.OtherCrimes;

    public override IEnumerable<string> Keys => [LabelKey, .. Enum.GetValues<CaseBackground>().Select(HotspotTextFormat.BackgroundKey)];

    public CaseBackground? Of(HotspotDetail detail) => AddressValue.Read<CaseBackground>(detail[this]);

    public override string? Read(string? text) => AddressValue.Write(AddressValue.Read<CaseBackground>(text));

    public override string? Chosen(string text) => Read(text) is { } value && value != AddressValue.Write<CaseBackground>(Usual) ? value : null;

    public override string ValueOf(HotspotPageState page) => page.Background.ToString();

    public override IEnumerable<ChoiceOption> Options(HotspotTextFormat words) =>
        Enum.GetValues<CaseBackground>().Select(background => new ChoiceOption(background.ToString(), words.Background(background)));
}
