using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Chooses the view, how far ahead, and the method. Every choice is an address.</summary>
public sealed partial class ForecastToolbar
{
    [Inject] public required IStringLocalizer<ForecastingText> Text { get; init; }

    [Inject] public required ForecastTextFormat Words { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private ViewItem[] Tabs => [.. Page.Tabs.Select(tab => new ViewItem(Page.UrlOf(tab), Words.Tab(tab), IconOf(tab), tab == Page.Tab))];

    private string Horizon => Page.Choice.HorizonMonths.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<ChoiceOption> Horizons => Enumerable.Range(1, ForecastChoice.MostMonths).Select(months => new ChoiceOption(
        months.ToString(CultureInfo.InvariantCulture), Text[months == 1 ? nameof(ForecastingText.HorizonOne) : nameof(ForecastingText.HorizonMany), months]));

    /// <summary>What is offered, and a form given in the address.</summary>
    private IEnumerable<ChoiceOption> Models =>
        (ForecastPageState.Models.Contains(Page.Model) ? ForecastPageState.Models : ForecastPageState.Models.Append(Page.Model))
        .Select(model => new ChoiceOption(model.ToString(), Words.Model(model)));

    private bool HasHorizon => Page.Tab is ForecastTab.Outlook or ForecastTab.Replay;

    /// <summary>The weeks, the parts and the places do not hang on the method chosen.</summary>
    private bool HasModel => Page.Tab is not (ForecastTab.Weeks or ForecastTab.Parts or ForecastTab.Places);

    private static string IconOf(ForecastTab tab) => tab switch
    {
        ForecastTab.Weeks => Icons.Material.Rounded.ViewWeek,
        ForecastTab.Replay => Icons.Material.Rounded.History,
        ForecastTab.Record => Icons.Material.Rounded.FactCheck,
        ForecastTab.Parts => Icons.Material.Rounded.Layers,
        ForecastTab.Places => Icons.Material.Rounded.FormatListNumbered,
        ForecastTab.Festival => Icons.Material.Rounded.Celebration,
        _ => Icons.Material.Rounded.Timeline,
    };

    private void ChooseHorizon(string chosen)
    {
        if (int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var months))
            Navigation.NavigateTo(Page.UrlOfHorizon(months));
    }

    private void ChooseModel(string model)
    {
        if (ForecastMethods.TryParse(model, out var chosen))
            Navigation.NavigateTo(Page.UrlOf(chosen));
    }
}
