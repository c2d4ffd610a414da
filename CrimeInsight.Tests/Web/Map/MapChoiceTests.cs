using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Tests.Web.Map;

public sealed class MapChoiceTests
{
    [Fact]
    public void UrlFor_Nothing_IsTheBareAddress() => Assert.Equal("/map", new MapChoice().UrlFor(new ScopeCodes()));

    [Fact]
    public void UrlFor_Everything_CanBeReadBack()
    {
        var choice = new MapChoice(MapLayer.District, MapMeasure.Change, "IN-TN-603", true, new MapView(13.0827, 80.2707, 11.25));
        var url = choice.UrlFor(new ScopeCodes("IN-TN", "theft"));

        Assert.Equal("/map?in=IN-TN&head=theft&layer=district&measure=change&at=IN-TN-603&show=table&view=13.0827%2C80.2707%2C11.25", url);
        Assert.Equal(choice, MapChoice.Parse("district", "change", "IN-TN-603", "table", "13.0827,80.2707,11.25"));
    }

    [Theory]
    [InlineData("moon", "2", "", "list", "1,2")]
    [InlineData("0", "-1", null, "", "91,200,3")]
    [InlineData("state,district", "rate,cases", null, "TABLE", "NaN,80,5")]
    public void Parse_Nonsense_MeansTheDefault(string layer, string measure, string? at, string show, string view) =>
        Assert.Equal(new MapChoice(), MapChoice.Parse(layer, measure, at, show, view));

    [Fact]
    public void MapView_AnyCulture_WritesPoints()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("13.5,80.25,7", new MapView(13.5, 80.25, 7).ToString());
            Assert.Equal(new MapView(13.5, 80.25, 7), MapView.Parse("13.5,80.25,7"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
