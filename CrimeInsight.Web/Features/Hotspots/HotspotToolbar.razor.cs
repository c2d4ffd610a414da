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

    private ViewItem[] Methods =>
        [.. Page.Methods.Select(method => new ViewItem(Page.UrlOf(method), Text[method.NameKey], method.Icon, method == Page.Method))];

    private IEnumerable<ChoiceOption> Spans =>
        HotspotChoice.Spans.Select(months => new ChoiceOption(Number(months), Text[nameof(HotspotsText.SpanMonths), months]));

    private IEnumerable<ChoiceOption> Views => Enum.GetValues<HotspotView>().Select(view => new ChoiceOption(view.ToString(), Words.View(view)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Choose(SettingChoice choice, string chosen) => Navigation.NavigateTo(Page.UrlOf(Page.Choice.Detail.With(choice, choice.Chosen(chosen))));

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
}
