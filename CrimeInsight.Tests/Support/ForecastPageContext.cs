using Bunit;
using CrimeInsight.Core;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>Base of tests of the Forecast page: months of cases, a strict chart, nothing stored.</summary>
public abstract class ForecastPageContext : WebContext
{
    private double[] _history = ForecastSamples.Season;

    protected ForecastPageContext()
    {
        // A busy machine may take longer than a second to compute a forecast.
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        Chart = JSInterop.SetupModule("./Shared/Charts/ApexChart.razor.js");
        Chart.Mode = JSRuntimeMode.Strict;
        foreach (var function in new[] { "mount", "update", "unmount" })
            Chart.SetupVoid(function, _ => true).SetVoidResult();
        Runner = new FakeQueryRunner(query => Failure is not null ? throw Failure : query.Dimensions is [Dimension.Day] ? DayRows(query.Period.From) : Rows());
        Services.AddScoped<ScopeResolver>();
        Services.AddSingleton<IReferenceDataReader, FakeReference>();
        Services.AddSingleton<IHolidayReader, FakeHolidays>();
        Services.AddSingleton<IIncidentQueryRunner>(Runner);
        Services.AddSingleton<IStoredForecastReader>(Forecasts);
        Services.AddSingleton<IRunProgressReader>(Runs);
        Services.AddCrimeInsightCore();
        Services.AddForecastingFeature();
        Know(_history);
    }

    internal FakeQueryRunner Runner { get; }

    internal FakeForecasts Forecasts { get; } = new();

    internal FakeRunProgress Runs { get; } = new();

    protected BunitJSModuleInterop Chart { get; }

    /// <summary>Thrown by queries while set.</summary>
    protected Exception? Failure { get; set; }

    /// <summary>One of the months is withheld.</summary>
    protected bool IsWithheld { get; set; }

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Cases of the days since the first; null: withheld.</summary>
    protected double[]? Days { get; set; }

    /// <summary>Cases of the months since <see cref="ForecastSamples.First"/>.</summary>
    protected void Know(double[] history)
    {
        _history = history;
        Status.Data = new(7, true, 1000, ForecastSamples.First, ForecastSamples.First.AddMonths(history.Length), null);
    }

    /// <summary>Opens the page and waits until nothing is loading.</summary>
    protected IRenderedComponent<ForecastPage> Open(string address)
    {
        Navigation.NavigateTo(address);
        var page = Render<ForecastPage>();
        page.WaitForState(() => page.FindAll("[aria-busy=true]").Count == 0);
        return page;
    }

    private IEnumerable<QueryRow> Rows() => _history.Select((cases, month) => new QueryRow(
        [Month.Of(ForecastSamples.First.AddMonths(month))], [IsWithheld && month == 3 ? null : cases], IsWithheld && month == 3));

    private IEnumerable<QueryRow> DayRows(DateOnly from) => Days is null
        ? [new QueryRow([Month.Of(from)], [null], true)]
        : Days.Select((cases, day) => new QueryRow([from.AddDays(day)], [cases], false));
}
