using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Map;

namespace CrimeInsight.Tests.Web.Map;

public sealed class MapPageStateTests
{
    private static readonly JurisdictionTree s_tree = SmallReference.Data.Jurisdictions;

    [Theory]
    [InlineData(null, "IN", MapLayer.State, MapLayer.District, MapLayer.Density)]
    [InlineData("A", "IN", MapLayer.District, MapLayer.Density)]
    [InlineData("A1", "IN", MapLayer.Station, MapLayer.Density)]
    [InlineData(null, "A,B", MapLayer.State, MapLayer.District, MapLayer.Density)]
    [InlineData(null, "A1,A2", MapLayer.District, MapLayer.Station, MapLayer.Density)]
    public void Layers_Place_AreThoseBelowIt(string? place, string roots, params MapLayer[] layers)
    {
        var state = new MapPageState(MapContexts.Of(place, roots.Split(',')), new MapChoice());
        Assert.Equal(layers, state.Layers);
        Assert.Equal(layers[0], state.Layer);
    }

    [Fact]
    public void Layer_NotOfferedHere_FallsBack()
    {
        var state = new MapPageState(MapContexts.Of("A", "IN"), new MapChoice(MapLayer.State));
        Assert.Equal(MapLayer.District, state.Layer);
    }

    [Fact]
    public void Layer_OneStation_BeginsWithDensity() =>
        Assert.Equal(MapLayer.Density, new MapPageState(MapContexts.Of(null, "A1a"), new MapChoice()).Layer);

    [Fact]
    public void Measures_Stations_HaveNoRate()
    {
        var state = new MapPageState(MapContexts.Of("A1", "IN"), new MapChoice(Measure: MapMeasure.Rate));
        Assert.DoesNotContain(MapMeasure.Rate, state.Measures);
        Assert.Equal(MapMeasure.Cases, state.Measure);
    }

    [Fact]
    public void AreaLayer_Density_IsTheCoarsest()
    {
        var state = new MapPageState(MapContexts.Of(null, "IN"), new MapChoice(MapLayer.Density));
        Assert.Equal(JurisdictionLevel.State, state.Level);
    }

    [Fact]
    public void UrlOf_Layer_KeepsMeasureAndClosesDetails()
    {
        var state = new MapPageState(MapContexts.Of(null, "IN"), new MapChoice(null, MapMeasure.Cases, "A"));
        Assert.Equal("/map?layer=district&measure=cases", state.UrlOf(MapLayer.District));
        Assert.Equal("/map?measure=change&at=A", state.UrlOf(MapMeasure.Change));
    }

    [Fact]
    public void UrlInto_State_OpensItsDistricts()
    {
        var state = new MapPageState(MapContexts.Of(null, "IN"), new MapChoice(MapLayer.State, MapMeasure.Cases, "A"));
        Assert.Equal("/map?in=A&measure=cases", state.UrlInto(s_tree.Find("A")!));
    }

    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("A1", "A1a")]
    public void UrlInto_NothingBelow_IsNull(string place, string area) =>
        Assert.Null(new MapPageState(MapContexts.Of(place, "IN"), new MapChoice()).UrlInto(s_tree.Find(area)!));

    [Fact]
    public void FiguresKey_OnlyMeasureDiffers_IsTheSame()
    {
        var context = MapContexts.Of(null, "IN");
        Assert.Equal(
            new MapPageState(context, new MapChoice(null, MapMeasure.Cases)).FiguresKey,
            new MapPageState(context, new MapChoice(null, MapMeasure.Change, "A", true)).FiguresKey);
        Assert.NotEqual(
            new MapPageState(context, new MapChoice()).FiguresKey,
            new MapPageState(context, new MapChoice(MapLayer.District)).FiguresKey);
    }

    [Theory]
    [InlineData(MapLayer.Density, DateBasis.Occurred)]
    [InlineData(MapLayer.District, null)]
    public void CountedBy_Points_IsTheDateOfTheOffence(MapLayer layer, DateBasis? expected) =>
        Assert.Equal(expected, new MapPageState(MapContexts.Of(null, "IN"), new MapChoice(layer)).CountedBy);
}
