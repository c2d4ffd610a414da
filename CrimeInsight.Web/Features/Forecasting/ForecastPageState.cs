using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>The forecast page for a scope and choices: what can be chosen there, and what is.</summary>
public sealed class ForecastPageState
{
    public ForecastPageState(Scope context, ForecastChoice choice)
    {
        // What is forecast and stored goes by the usual date alone.
        Context = context with { Basis = null };
        Choice = choice;
        Tabs = [.. Enum.GetValues<ForecastTab>().Where(tab => tab switch
        {
            ForecastTab.Places => HasPlacesBelow,
            ForecastTab.Weeks => HasWeeks,
            _ => true,
        })];
        Tab = Tabs.Contains(choice.Tab) ? choice.Tab : ForecastTab.Outlook;
    }

    public Scope Context { get; }

    public ForecastChoice Choice { get; }

    /// <summary>What can be shown: places only where there are some below, weeks only of what is forecast by week.</summary>
    public ImmutableArray<ForecastTab> Tabs { get; }

    public ForecastTab Tab { get; }

    /// <summary>Models that can be chosen, the automatic one first.</summary>
    public static ImmutableArray<ForecastModel> Models => ForecastMethods.Models;

    public ForecastModel Model => Choice.Model ?? ForecastModel.Auto;

    /// <summary>Nothing has been assigned to the person.</summary>
    public bool HasNoRights => Context.Roots.IsEmpty;

    /// <summary>The state the place is or lies in; null for a place across states, or several.</summary>
    public string? StateCode => Context.Place is { } place ? Context.Reference.Jurisdictions.AncestorAt(place, JurisdictionLevel.State)?.Code : null;

    public string UrlOf(ForecastTab tab) => UrlOf(Choice with { Tab = tab });

    public string UrlOf(ForecastModel model) => UrlOf(Choice with { Model = model.IsAuto ? null : model });

    public string UrlOfHorizon(int months) => UrlOf(Choice with { HorizonMonths = months });

    /// <summary>The replay at an earlier moment.</summary>
    public string UrlAt(DateOnly? month) => UrlOf(Choice with { At = month });

    public string UrlOfFestival(string? festival, DateOnly? month) => UrlOf(Choice with { Festival = festival, FestivalMonth = month });

    /// <summary>The forecast of a place below.</summary>
    public string UrlInto(string code) => UrlOfScope(Context.Codes.In(code));

    /// <summary>Keeps horizon, model and view when the scope changes, and lets go of what belongs to one series.</summary>
    public string UrlOfScope(ScopeCodes scope) => (Choice with { At = null, FestivalMonth = null }).UrlFor(scope);

    /// <summary>Address that answers with the figures of the view as a file.</summary>
    public string ExportUrl => Choice.UrlFor(Context.Codes, ForecastEndpoints.Csv);

    private string UrlOf(ForecastChoice choice) => choice.UrlFor(Context.Codes);

    private bool HasWeeks => Context is { Place.Level: JurisdictionLevel.District, Head.Level: <= CrimeHeadLevel.Category };

    private bool HasPlacesBelow => Context.Place is { } place && Context.Reference.Jurisdictions.ChildrenOf(place.Id).Count > 0;
}
