using CrimeInsight.Core.Maps;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Map;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Map;

public sealed class MapScaleTests : WebContext
{
    public MapScaleTests()
    {
        Services.AddScoped<MapTextFormat>();
        Services.AddScoped<MapLegends>();
    }

    private static AreaFigure[] Hundred => [.. Enumerable.Range(1, 100).Select(i => Area(1000 * i))];

    [Fact]
    public void Classes_HundredAreas_AreFiveEqualOnes()
    {
        var areas = Hundred;
        var scale = new MapScale(areas, MapMeasure.Cases, isDark: false);
        Assert.Equal(5, scale.Fills.Length);
        Assert.All(areas.CountBy(scale.ClassOf), count => Assert.InRange(count.Value, 18, 22));
    }

    [Fact]
    public void ClassOf_WithheldAndMissing_AreClassesOfTheirOwn()
    {
        var scale = new MapScale([.. Hundred, Area(null, true), Area(5)], MapMeasure.Rate, isDark: false);
        Assert.Equal(scale.Withheld, scale.ClassOf(Area(null, true)));
        Assert.Equal(scale.NoFigure, scale.ClassOf(Area(5)));
        Assert.True(scale.Styles[scale.Withheld].IsHatched);
        Assert.NotEqual(scale.Withheld, scale.NoFigure);
    }

    [Theory]
    [InlineData(600, 0)]
    [InlineData(800, 1)]
    [InlineData(951, 2)]
    [InlineData(1049, 2)]
    [InlineData(1050, 3)]
    [InlineData(1200, 4)]
    public void ClassOf_Change_HasFixedSteps(double cases, int expected) =>
        Assert.Equal(expected, new MapScale([], MapMeasure.Change, isDark: false).ClassOf(Area(cases, lastYear: 1000)));

    [Fact]
    public void ClassOf_ChangeOfFewCases_IsNotCompared()
    {
        var scale = new MapScale([], MapMeasure.Change, isDark: true);
        Assert.Equal(scale.NoFigure, scale.ClassOf(Area(9, lastYear: 3)));
    }

    [Fact]
    public void ClassesOf_Cases_AreWholeRangesInIndianGrouping()
    {
        // Five equal classes of 1,000 … 1,00,000 step by about 20,000; the middle ones end one below the next.
        var labels = Labels(Hundred, MapMeasure.Cases);
        Assert.Equal(5, labels.Length);
        Assert.StartsWith("under 2", labels[0], StringComparison.Ordinal);
        Assert.Matches("^[0-9]{2},[0-9]{3} – [0-9]{2},[0-9]99$", labels[2]);
        Assert.EndsWith("or more", labels[4], StringComparison.Ordinal);
    }

    [Fact]
    public void ClassesOf_Lakhs_AreGroupedTheIndianWay()
    {
        var labels = Labels([.. Enumerable.Range(1, 100).Select(i => Area(100_000 * i))], MapMeasure.Cases);
        Assert.Matches("^[0-9]{2},[0-9]{2},[0-9]{3} – ", labels[2]);
    }

    [Fact]
    public void ClassesOf_EverythingTheSame_IsOneClass()
    {
        var labels = Labels([Area(123456), Area(123456)], MapMeasure.Cases);
        Assert.Equal(["1,23,456"], labels);
    }

    [Fact]
    public void ClassesOf_NothingButWithheld_HasOnlyThat()
    {
        var labels = Labels([Area(null, true)], MapMeasure.Cases);
        Assert.Equal(["Withheld to protect victims"], labels);
    }

    [Fact]
    public void ClassesOf_Tamil_IsInTamil()
    {
        UseCulture("ta-IN");
        Assert.Contains(Labels(Hundred, MapMeasure.Cases), label => label.Contains("மேல்", StringComparison.Ordinal));
    }

    private string[] Labels(AreaFigure[] areas, MapMeasure measure)
    {
        var scale = new MapScale(areas, measure, isDark: false);
        return [.. Services.GetRequiredService<MapLegends>().ClassesOf(scale, areas).Select(item => item.Label)];
    }

    private static AreaFigure Area(double? cases, bool isSuppressed = false, double? lastYear = null) =>
        new(SmallReference.Country, cases, cases > 5 ? cases / 10 : null, lastYear, isSuppressed);
}
