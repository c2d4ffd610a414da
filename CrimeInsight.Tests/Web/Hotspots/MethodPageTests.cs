using Bunit;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Core.Hotspots;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.Hotspots;

/// <summary>What each method shows.</summary>
public sealed class MethodPageTests : HotspotPageContext
{
    [Theory]
    [InlineData(0.3, "Within 200 m the risk stays")]
    [InlineData(0.0, "No raised risk after a case was found here.")]
    public void Page_NearRepeats_AreSaidInWords(double contagion, string expected)
    {
        Points.Contagion = contagion;
        Assert.Contains(expected, Open("/hotspots?head=murder").Find(".near-sentences").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Concentration_SaysWhetherChanceWouldDoTheSame()
    {
        var page = Open("/hotspots?head=murder");
        Assert.Matches(@"Half of the cases are at \d+ of 100 places", page.Find(".share-sentence").TextContent);
        Assert.Contains("More concentrated than chance", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(2, false)]
    public void Page_CountsThatVary_SaysThatItIsAllowedFor(int width, bool isSaid)
    {
        CasesOf = (place, month) => 10 - width / 2 + (place * 7919 + month.DayNumber * 104_729) % 97 % width;
        var page = Open("/hotspots?head=murder&method=recent");
        Assert.Equal(isSaid, page.Markup.Contains("times as much from month to month", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_Station_LooksAtSingleCases()
    {
        Points.Crowd = 60;
        var page = Open("/hotspots?in=S23&head=murder&method=recent");
        Assert.Equal(["Exact places", "Clusters", "Dense areas"], page.FindAll(".view-link").Select(link => link.TextContent.Trim()));
        Assert.Contains("Near S23", page.Find(".findings").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Mounted(page).Outlines.Single().Ring);
        Assert.Empty(page.FindAll(".share-sentence"));
    }

    [Fact]
    public void Page_Clusters_ShowsWhatPassedAndWhatBecameOfIt()
    {
        (Points.Crowd, Points.CrowdHead) = (240, "murder");
        var page = Open("/hotspots?in=GA&head=murder&method=clusters&reach=500&show=both");
        Assert.Matches(@"^1 of \d+ clusters", page.Find(".hotspot-sum").TextContent);
        var finding = Assert.Single(page.FindAll(".findings li"));
        Assert.Matches(@"expected from where all crimes happen: [\d.]+ × as many", finding.TextContent);
        Assert.Matches(@"There in \d+ of 12 looks", finding.TextContent);
        Assert.Equal(12, finding.QuerySelectorAll(".finding-months i").Length);
        page.WaitForState(() => Module.Invocations["mount"].Count == 2);
        var scenes = Module.Invocations["mount"].Select(call => (MapScene)call.Arguments[2]!).ToList();
        Assert.All(scenes.Single(scene => scene.Outlines.Length != 1 || scene.Outlines[0].IsQuiet).Outlines, outline => Assert.True(outline.IsQuiet));
        Assert.False(scenes.Single(scene => scene.Outlines is [{ IsQuiet: false }]).Outlines[0].Ring.IsEmpty);
        Assert.Matches(
            @"^/export/hotspots\.csv\?in=GA&head=murder&method=clusters&show=both&reach=500$",
            page.Find("a[href^='/export/hotspots.csv']").GetAttribute("href")!);
    }

    [Fact]
    public void Page_ClustersOfNothing_SaysThatNonePassed()
    {
        Points.Crowd = 240;
        Assert.Matches(@"None of \d+ clusters is beyond chance", Open("/hotspots?in=GA&head=murder&method=clusters&reach=500&with=earlieryears")
            .Find(".hotspot-sum").TextContent);
    }

    [Fact]
    public void Page_Density_ShowsPlainDensityAndWhatIsBeyondChance()
    {
        (Points.Crowd, Points.CrowdHead) = (240, "murder");
        var page = Open("/hotspots?in=GA&head=murder&method=density&width=500&show=both");
        Assert.Contains("Areas denser with cases than chance allows: 1.", page.Find(".hotspot-sum").TextContent, StringComparison.Ordinal);
        Assert.Contains("Smoothed with a bandwidth of 500 m.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Smallest land with 75% of the cases", "Smallest land with 50% of the cases", "Smallest land with 25% of the cases"],
            page.FindAll("figure")[0].QuerySelectorAll(".hotspot-legend li").Select(item => item.ChildNodes[1].TextContent.Trim()));
        Assert.Contains("Near S23", Assert.Single(page.FindAll(".findings li")).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("neighbours", "Neighbours of a place,Compared with,False findings accepted", "12", "near=12")]
    [InlineData("recent", "False findings accepted", "1", "level=1")]
    [InlineData("clusters", "Near to each other,Cases of a cluster,Compared with,False findings accepted", "200", "reach=200")]
    [InlineData("density", "Smoothed over,Compared with,False findings accepted", "0", "width=0")]
    public void Page_MoreChoices_AreThoseOfTheMethod(string method, string labels, string chosen, string expected)
    {
        var page = Open($"/hotspots?in=GA&head=murder&method={method}");
        Assert.Equal(page.FindAll(".view-link").Select(link => link.TextContent.Trim()), page.FindAll(".view-select option")
            .Select(option => option.TextContent.Trim()));
        Assert.Equal(labels.Split(','), page.FindAll(".view-more .choice-field span").Select(label => label.TextContent));
        page.Find(".view-more select").Change(chosen);
        page.WaitForAssertion(() => Assert.Contains(expected, Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_MethodList_GoesToTheMethod()
    {
        var page = Open("/hotspots?in=GA&head=murder");
        page.Find(".view-select select").Change(page.FindAll(".view-select option")[2].GetAttribute("value"));
        page.WaitForAssertion(() => Assert.Contains("method=recent", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_InventedMethod_IsShown()
    {
        Services.AddSingleton<IHotspotMethod, InventedMethod>().AddSingleton<IHotspotPresenter, InventedPresenter>();
        var page = Open("/hotspots?in=GA&head=murder&method=invented&few=150");
        Assert.Equal("Hotspots", page.FindAll(".view-link")[^1].TextContent.Trim());
        Assert.Equal(8, page.FindAll(".findings li").Count);
        Assert.Contains("150", page.Find(".meaning").TextContent, StringComparison.Ordinal);
        page.Find(".view-more select").Change("100");
        page.WaitForAssertion(() => Assert.EndsWith("/hotspots?in=GA&head=murder&method=invented", Navigation.Uri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("method=cells", "Cells are 300 m wide, with 1 ring of empty cells", "ln(1 + cases)")]
    [InlineData("method=clusters&reach=500&with=earlieryears", "at least 10 cases within 500 m", "up to 24 months before the period")]
    [InlineData("method=recent", "Circles hold at most 10% of the cases", "100 km")]
    public void Page_Meaning_SaysWhatItWasMadeWith(string method, string first, string second)
    {
        Points.Crowd = 240;
        var page = Open($"/hotspots?in=GA&head=murder&{method}");
        Assert.Contains(first, page.Markup, StringComparison.Ordinal);
        Assert.Contains(second, page.Markup, StringComparison.Ordinal);
    }
}
