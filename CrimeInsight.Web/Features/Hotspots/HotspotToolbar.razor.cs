using System.Globalization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Chooses the method, the period, what is shown, and how the method works. Every choice is an address.</summary>
public sealed partial class HotspotToolbar
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    private ViewItem[] Methods => [.. Page.Methods.Select(method => new ViewItem(Page.UrlOf(method), Words.Method(method), IconOf(method), method == Page.Method))];

    private IEnumerable<ChoiceOption> Spans => HotspotChoice.Spans.Select(months => new ChoiceOption(Number(months), Text[nameof(HotspotsText.SpanMonths), months]));

    private IEnumerable<ChoiceOption> Views => Enum.GetValues<HotspotView>().Select(view => new ChoiceOption(view.ToString(), Words.View(view)));

    /// <summary>What the method hangs on beside the period.</summary>
    private IEnumerable<Field> Fields
    {
        get
        {
            var detail = Page.Choice.Detail;
            if (Page.Method is HotspotMethod.Neighbours or HotspotMethod.Likeness or HotspotMethod.Emerging)
                yield return Of(nameof(HotspotsText.Neighbours), nameof(HotspotsText.NeighboursMany), detail.Neighbours, HotspotDetail.NeighbourChoices, chosen => detail with { Neighbours = chosen });
            if (Page.Method == HotspotMethod.Clusters)
            {
                yield return Of(nameof(HotspotsText.Reach), nameof(HotspotsText.ReachMetres), detail.ReachMetres, HotspotDetail.ReachChoices, chosen => detail with { ReachMetres = chosen });
                yield return Of(nameof(HotspotsText.Least), nameof(HotspotsText.LeastCases), detail.LeastCases, HotspotDetail.LeastChoices, chosen => detail with { LeastCases = chosen });
            }

            if (Page.Method == HotspotMethod.Density)
                yield return Of(nameof(HotspotsText.Bandwidth), nameof(HotspotsText.BandwidthMetres), detail.BandwidthMetres, HotspotDetail.BandwidthChoices, chosen => detail with { BandwidthMetres = chosen });
            if (Page.HasBackgrounds)
                yield return Backgrounds(detail);
            yield return Of(nameof(HotspotsText.Level), nameof(HotspotsText.LevelPercent), detail.LevelPercent, HotspotDetail.LevelChoices, chosen => detail with { LevelPercent = chosen });
        }
    }

    private static string IconOf(HotspotMethod method) => method switch
    {
        HotspotMethod.Likeness => Icons.Material.Rounded.Compare,
        HotspotMethod.Recent => Icons.Material.Rounded.NewReleases,
        HotspotMethod.Cells => Icons.Material.Rounded.MyLocation,
        HotspotMethod.Emerging => Icons.Material.Rounded.Timelapse,
        HotspotMethod.Density => Icons.Material.Rounded.BlurOn,
        HotspotMethod.Clusters => Icons.Material.Rounded.BubbleChart,
        _ => Icons.Material.Rounded.LocalFireDepartment,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private Field Of(string label, string unit, int value, int[] choices, Func<int, HotspotDetail> change) => new(
        Text[label],
        Number(value),
        [.. choices.Select(choice => new ChoiceOption(Number(choice), choice == 0 ? Text[nameof(HotspotsText.BandwidthRule)] : Text[unit, choice]))],
        EventCallback.Factory.Create<string>(this, chosen =>
        {
            if (int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && choices.Contains(number))
                Navigation.NavigateTo(Page.UrlOf(change(number)));
        }));

    private Field Backgrounds(HotspotDetail detail) => new(
        Text[nameof(HotspotsText.ComparedWith)],
        Page.Background.ToString(),
        [.. Enum.GetValues<CaseBackground>().Select(background => new ChoiceOption(background.ToString(), Words.Background(background)))],
        EventCallback.Factory.Create<string>(this, chosen =>
        {
            if (Enum.TryParse<CaseBackground>(chosen, out var background))
                Navigation.NavigateTo(Page.UrlOf(detail with { Background = background == HotspotPageState.UsualBackground ? null : background }));
        }));

    private void ChooseSpan(string chosen)
    {
        if (int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var months))
            Navigation.NavigateTo(Page.UrlOfSpan(months));
    }

    private void ChooseView(string chosen)
    {
        if (Enum.TryParse<HotspotView>(chosen, out var view))
            Navigation.NavigateTo(Page.UrlOf(view));
    }

    private sealed record Field(string Label, string Value, ChoiceOption[] Options, EventCallback<string> Choose);
}
