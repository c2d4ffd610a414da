using Bunit;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Incidents;
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

public sealed class HotspotPageTests : HotspotPageContext
{
    [Fact]
    public void Page_HotCorner_ShowsItWithItsEvidence()
    {
        var page = Open("/hotspots?head=murder");

        var finding = page.FindAll(".findings li").Single(item => item.TextContent.Contains("Hot: more than chance allows", StringComparison.Ordinal));
        Assert.Matches(@"[\d,]+ cases, [\d,.]+ expected from where all crimes happen: [\d.]+ × as many", finding.TextContent);
        Assert.Matches(@"Together with the places nearest to them: [\d,]+ cases, [\d.,]+ expected, [\d.]+ ×\.", finding.TextContent);
        Assert.Contains("corrected for all tests", finding.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"^/cases\?in=S\d\d&head=murder&from=2024-01&until=2025-01&basis=occurred$", finding.QuerySelectorAll("nav a")[1].GetAttribute("href"));
        var scene = Mounted(page);
        Assert.Equal(100, scene.Areas!.Items.Length);
        Assert.Equal(scene.Areas.Items.Where(item => item.Text.StartsWith("Not beyond chance", StringComparison.Ordinal)),
            scene.Areas.Items.Where(item => item.IsQuiet));
        Assert.Contains("Hot: more than chance allows", scene.Areas.Items.Single(item => item.Code == "S27").Text, StringComparison.Ordinal);
    }

    /// <summary>A stored result says when it was computed; one computed now does not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_StoredResult_SaysWhenItWasComputed(bool isStored)
    {
        if (isStored)
        {
            Stored.Stored.Add("hotspots:neighbours", await new GridHotspots().RunAsync(GridHotspots.Settings("neighbours")));
            Stored.ComputedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 0, TimeSpan.Zero);
        }

        var page = Open("/hotspots?head=murder");
        Assert.Equal(isStored, page.Find(".hotspot-picture").TextContent.Contains("Computed in the background on 02-01-2025 08:34", StringComparison.Ordinal));
    }

    /// <summary>What the page asks unless told otherwise is what is computed in the background; any choice that matters asks something else.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("&method=recent&show=both&at=S27", true)]
    [InlineData("&method=emerging&width=500&reach=500&with=earlieryears", true)]
    [InlineData("&method=cells&end=2024-12", true)]
    [InlineData("&method=clusters&width=500", true)]
    [InlineData("&method=clusters&reach=500", false)]
    [InlineData("&with=earlieryears", false)]
    [InlineData("&near=12", false)]
    [InlineData("&level=1", false)]
    [InlineData("&span=6", false)]
    public void Page_Choices_AskForWhatIsStored(string choices, bool isStored)
    {
        Open($"/hotspots?in=GA&head=murder{choices}");
        string[] panels = ["hotspots:near-repeats", "hotspots:concentration"];
        Assert.Superset(panels.ToHashSet(), Stored.Asked.Select(asked => asked.Kind).ToHashSet());
        var stored = GridHotspots.Methods.All.Where(method => method.IsStored)
            .Select(method =>
                HotspotKeys.Of(
                    method, new HotspotRequest(method.Usual, "GA", "murder", Period.Year(2024)), Viewers.Viewer!, GridPlaces.Data, Status.Data)!)
                        .ToList();
        Assert.Equal(isStored, Stored.Asked.Where(asked => !panels.Contains(asked.Kind)).All(stored.Contains));
        Assert.All(Stored.Asked, asked => Assert.Contains(asked.Kind, stored.Select(key => key.Kind)));
    }

    [Fact]
    public void Page_BothViews_ShowsBeforeAndAfterCorrection()
    {
        var page = Open("/hotspots?head=murder&show=both");

        Assert.Equal(2, page.FindAll("figure").Count);
        Assert.Contains("Some of them are chance", page.FindAll("figcaption")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("After correction", page.FindAll("figcaption")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NothingBeyondChance_SaysThatThisIsAResult()
    {
        var random = new Random(4);
        CasesOf = (_, _) => random.Next(5, 15);
        var page = Open("/hotspots?head=murder");

        Assert.Contains("Nothing here is beyond chance", page.Find(".hotspot-sum").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing passed the test", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Withheld_SaysWhy()
    {
        IsWithheld = true;
        Assert.Contains("Withheld to protect victims", Open("/hotspots?head=murder").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_TapOnAPlace_MarksItAndItsFinding()
    {
        var page = Open("/hotspots?head=murder&at=S27");

        Assert.NotEmpty(page.FindAll(".findings li.is-chosen"));
        Assert.Equal("S27", Mounted(page).Selected);
    }

    /// <summary>A scene holds all places: it is sent once, not with every render.</summary>
    [Fact]
    public void Page_RenderedAgain_SendsNoSceneAgain()
    {
        var page = Open("/hotspots?head=murder");
        Mounted(page);
        page.Render();
        page.Render();
        Assert.Empty(Module.Invocations["update"]);
    }

    [Fact]
    public void Page_Slider_NamesTheEndInTheAddress()
    {
        var page = Open("/hotspots?head=murder");
        page.Find(".player-slide input").Input("3");

        page.WaitForAssertion(() => Assert.Contains("end=2023-04", Navigation.Uri, StringComparison.Ordinal));
    }

    /// <summary>A station has nothing to be compared with: single cases are looked at, and nothing else is offered.</summary>
    /// <summary>Found, followed through the months, drawn with its outline; before the test it is one of the grey ones nobody can tap.</summary>
    /// <summary>Before: land by its share of the cases, untested. After: the land around the spot alone, filled.</summary>
    /// <summary>On phones the methods are a list; what else can be chosen hangs on the method, and is an address.</summary>
    /// <summary>A method that is only registered is offered, chosen in the address, and shown with what it was made with.</summary>
    /// <summary>What was hidden in the code is said: cells, rings, scale, earlier months.</summary>
    [Fact]
    public void Page_NoData_SaysWhatIsNeeded()
    {
        Status.Data = new(1, false, 0, null, null, null);
        Assert.Contains("No data yet", Open("/hotspots").Markup, StringComparison.Ordinal);
    }
}
