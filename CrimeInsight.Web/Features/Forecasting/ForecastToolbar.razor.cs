using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
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

    /// <summary>What is offered, and a form given in the address.</summary>
    private IEnumerable<ForecastModel> Models => ForecastPageState.Models.Contains(Page.Model) ? ForecastPageState.Models : ForecastPageState.Models.Append(Page.Model);

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

    private void ChooseHorizon(ChangeEventArgs choice)
    {
        if (int.TryParse(choice.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var months))
            Navigation.NavigateTo(Page.UrlOfHorizon(months));
    }

    private void ChooseModel(ChangeEventArgs choice)
    {
        if (ForecastModel.TryParse(choice.Value as string, out var model))
            Navigation.NavigateTo(Page.UrlOf(model));
    }
}
