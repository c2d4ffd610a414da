using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class ForecastPageStateTests
{
    private static readonly ForecastChoice s_choice = new(9, ForecastMethods.Named("ets"), ForecastTab.Replay, new DateOnly(2024, 1, 1));

    [Fact]
    public void Urls_EachChoice_KeepsTheOthers()
    {
        var page = new ForecastPageState(MapContexts.Of("A", "IN"), s_choice);

        Assert.Equal("/forecast?in=A&months=9&model=ets&tab=record&at=2024-01", page.UrlOf(ForecastTab.Record));
        Assert.Equal("/forecast?in=A&months=9&tab=replay&at=2024-01", page.UrlOf(ForecastModel.Auto));
        Assert.Equal("/forecast?in=A&model=ets&tab=replay&at=2024-01", page.UrlOfHorizon(6));
        Assert.Equal("/forecast?in=A&months=9&model=ets&tab=replay&at=2023-12", page.UrlAt(new DateOnly(2023, 12, 1)));
        Assert.Equal("/export/forecast.csv?in=A&months=9&model=ets&tab=replay&at=2024-01", page.ExportUrl);
    }

    [Fact]
    public void UrlOfScope_AnotherPlace_LetsGoOfTheMoment() =>
        Assert.Equal("/forecast?in=B&head=murder&months=9&model=ets&tab=replay", new ForecastPageState(MapContexts.Of("A", "IN"), s_choice)
            .UrlOfScope(new ScopeCodes("B", "murder")));

    [Fact]
    public void Rights_PlaceOutside_IsSaid()
    {
        var context = MapContexts.Of(null, "A") with { Codes = new ScopeCodes("B") };
        Assert.True(context.IsElsewhere);
        Assert.False(MapContexts.Of("A", "A").IsElsewhere);
        Assert.False(MapContexts.Of(null, "A").IsElsewhere);
        Assert.True(new ForecastPageState(MapContexts.Of(null), new ForecastChoice()).HasNoRights);
    }

    /// <summary>What is stored goes by one date; the address keeps the other for the pages that know it.</summary>
    [Fact]
    public void Basis_OfTheAddress_IsNotForecast()
    {
        var scope = MapContexts.Of("A", "A") with { Codes = new ScopeCodes("A", basis: "occurred"), Basis = DateBasis.Occurred };
        var page = new ForecastPageState(scope, new ForecastChoice());
        Assert.Null(page.Context.ByMonth().DateBasis);
        Assert.Equal(DateBasis.Occurred, scope.ByMonth().DateBasis);
        Assert.Equal("/forecast?in=A&basis=occurred&months=3", page.UrlOfHorizon(3));
    }
}
