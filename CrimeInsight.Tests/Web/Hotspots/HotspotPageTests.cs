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
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.Hotspots;

public sealed class HotspotPageTests : WebContext
{
    private readonly BunitJSModuleInterop _module;
    private Func<int, DateOnly, int> _casesOf = (place, _) => GridPlaces.IsInCorner(place) ? 15 : 5;
    private readonly FakeCasePoints _points = new();
    private readonly FakeResults _stored = new();
    private bool _isWithheld;

    public HotspotPageTests()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        _module = JSInterop.SetupModule("./Shared/Maps/LeafletMap.razor.js");
        _module.Mode = JSRuntimeMode.Strict;
        foreach (var function in new[] { "mount", "update", "unmount" })
            _module.SetupVoid(function, _ => true).SetVoidResult();
        JSInterop.SetupModule("./Shared/Charts/ApexChart.razor.js").Mode = JSRuntimeMode.Loose;
        Status.Data = new(7, true, 1000, new(2021, 1, 1), new(2025, 1, 1), null);
        Viewers.Viewer = new Viewer(Guid.Parse("00000000-0000-0000-0000-000000000001"), "asha", PersonRole.Supervisor, [2]);
        Services.AddScoped<ScopeResolver>();
        Services.AddSingleton<IReferenceDataReader, GridPlaces>();
        Services.AddSingleton<IBoundaryReader, FakeBoundaries>();
        Services.AddSingleton<IIncidentQueryRunner>(new FakeQueryRunner(query => _isWithheld ? [new QueryRow(["S00"], [null, null, null, null], true)] : GridPlaces.Rows(query, _casesOf)));
        Services.AddSingleton(Options.Create(new MapOptions()));
        Services.AddSingleton<ICasePointReader>(_points);
        Services.AddSingleton<IResultStore>(_stored);
        Services.AddSingleton<IRunProgressReader, FakeRunProgress>();
        Services.AddCrimeInsightCore();
        Services.AddHotspotsFeature();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_HotCorner_ShowsItWithItsEvidence()
    {
        var page = Open("/hotspots?head=murder");

        var finding = page.FindAll(".findings li").Single(item => item.TextContent.Contains("Hot: more than chance allows", StringComparison.Ordinal));
        Assert.Matches(@"[\d,]+ cases, [\d,.]+ expected from where all crimes happen: [\d.]+ × as many", finding.TextContent);
        Assert.Matches(@"Together with the places nearest to them: [\d,]+ cases, [\d.,]+ expected, [\d.]+ ×\.", finding.TextContent);
        Assert.Contains("corrected for all tests", finding.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"^/cases\?in=S\d\d&head=murder&from=2024-01&until=2025-01$", finding.QuerySelectorAll("nav a")[1].GetAttribute("href"));
        var scene = Mounted(page);
        Assert.Equal(100, scene.Areas!.Items.Length);
        Assert.Equal(scene.Areas.Items.Where(item => item.Text.StartsWith("Not beyond chance", StringComparison.Ordinal)), scene.Areas.Items.Where(item => item.IsQuiet));
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
            _stored.Stored.Add("hotspots:neighbours", await new GridHotspots().RunAsync(GridHotspots.Settings("neighbours")));
            _stored.ComputedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 0, TimeSpan.Zero);
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
        Assert.Superset(panels.ToHashSet(), _stored.Asked.Select(asked => asked.Kind).ToHashSet());
        var stored = GridHotspots.Methods.All.Where(method => method.IsStored)
            .Select(method => HotspotKeys.Of(method, new HotspotRequest(method.Usual, "GA", "murder", new DateOnly(2025, 1, 1)), Viewers.Viewer!, GridPlaces.Data, Status.Data)!).ToList();
        Assert.Equal(isStored, _stored.Asked.Where(asked => !panels.Contains(asked.Kind)).All(stored.Contains));
        Assert.All(_stored.Asked, asked => Assert.Contains(asked.Kind, stored.Select(key => key.Kind)));
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
        _casesOf = (_, _) => random.Next(5, 15);
        var page = Open("/hotspots?head=murder");

        Assert.Contains("Nothing here is beyond chance", page.Find(".hotspot-sum").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing passed the test", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Withheld_SaysWhy()
    {
        _isWithheld = true;
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
        Assert.Empty(_module.Invocations["update"]);
    }

    [Fact]
    public void Page_Slider_NamesTheEndInTheAddress()
    {
        var page = Open("/hotspots?head=murder");
        page.Find(".player-slide input").Input("3");

        page.WaitForAssertion(() => Assert.Contains("end=2023-04", Navigation.Uri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.3, "Within 200 m the risk stays")]
    [InlineData(0.0, "No raised risk after a case was found here.")]
    public void Page_NearRepeats_AreSaidInWords(double contagion, string expected)
    {
        _points.Contagion = contagion;
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
        _casesOf = (place, month) => 10 - width / 2 + (place * 7919 + month.DayNumber * 104_729) % 97 % width;
        var page = Open("/hotspots?head=murder&method=recent");
        Assert.Equal(isSaid, page.Markup.Contains("times as much from month to month", StringComparison.Ordinal));
    }

    /// <summary>A station has nothing to be compared with: single cases are looked at, and nothing else is offered.</summary>
    [Fact]
    public void Page_Station_LooksAtSingleCases()
    {
        _points.Crowd = 60;
        var page = Open("/hotspots?in=S23&head=murder&method=recent");
        Assert.Equal(["Exact places", "Clusters", "Dense areas"], page.FindAll(".view-link").Select(link => link.TextContent.Trim()));
        Assert.Contains("Near S23", page.Find(".findings").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Mounted(page).Outlines.Single().Ring);
        Assert.Empty(page.FindAll(".share-sentence"));
    }

    /// <summary>Found, followed through the months, drawn with its outline; before the test it is one of the grey ones nobody can tap.</summary>
    [Fact]
    public void Page_Clusters_ShowsWhatPassedAndWhatBecameOfIt()
    {
        (_points.Crowd, _points.CrowdHead) = (240, "murder");
        var page = Open("/hotspots?in=GA&head=murder&method=clusters&reach=500&show=both");
        Assert.Matches(@"^1 of \d+ clusters", page.Find(".hotspot-sum").TextContent);
        var finding = Assert.Single(page.FindAll(".findings li"));
        Assert.Matches(@"expected from where all crimes happen: [\d.]+ × as many", finding.TextContent);
        Assert.Matches(@"There in \d+ of 12 looks", finding.TextContent);
        Assert.Equal(12, finding.QuerySelectorAll(".finding-months i").Length);
        page.WaitForState(() => _module.Invocations["mount"].Count == 2);
        var scenes = _module.Invocations["mount"].Select(call => (MapScene)call.Arguments[2]!).ToList();
        Assert.All(scenes.Single(scene => scene.Outlines.Length != 1 || scene.Outlines[0].IsQuiet).Outlines, outline => Assert.True(outline.IsQuiet));
        Assert.False(scenes.Single(scene => scene.Outlines is [{ IsQuiet: false }]).Outlines[0].Ring.IsEmpty);
        Assert.Matches(@"^/export/hotspots\.csv\?in=GA&head=murder&method=clusters&show=both&reach=500$", page.Find("a[href^='/export/hotspots']").GetAttribute("href")!);
    }

    [Fact]
    public void Page_ClustersOfNothing_SaysThatNonePassed()
    {
        _points.Crowd = 240;
        Assert.Matches(@"None of \d+ clusters is beyond chance", Open("/hotspots?in=GA&head=murder&method=clusters&reach=500&with=earlieryears").Find(".hotspot-sum").TextContent);
    }

    /// <summary>Before: land by its share of the cases, untested. After: the land around the spot alone, filled.</summary>
    [Fact]
    public void Page_Density_ShowsPlainDensityAndWhatIsBeyondChance()
    {
        (_points.Crowd, _points.CrowdHead) = (240, "murder");
        var page = Open("/hotspots?in=GA&head=murder&method=density&width=500&show=both");
        Assert.Contains("Areas denser with cases than chance allows: 1.", page.Find(".hotspot-sum").TextContent, StringComparison.Ordinal);
        Assert.Contains("Smoothed with a bandwidth of 500 m.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Smallest land with 75% of the cases", "Smallest land with 50% of the cases", "Smallest land with 25% of the cases"], page.FindAll("figure")[0].QuerySelectorAll(".hotspot-legend li").Select(item => item.ChildNodes[1].TextContent.Trim()));
        Assert.Contains("Near S23", Assert.Single(page.FindAll(".findings li")).TextContent, StringComparison.Ordinal);
    }

    /// <summary>On phones the methods are a list; what else can be chosen hangs on the method, and is an address.</summary>
    [Theory]
    [InlineData("neighbours", "Neighbours of a place,Compared with,False findings accepted", "12", "near=12")]
    [InlineData("recent", "False findings accepted", "1", "level=1")]
    [InlineData("clusters", "Near to each other,Cases of a cluster,Compared with,False findings accepted", "200", "reach=200")]
    [InlineData("density", "Smoothed over,Compared with,False findings accepted", "0", "width=0")]
    public void Page_MoreChoices_AreThoseOfTheMethod(string method, string labels, string chosen, string expected)
    {
        var page = Open($"/hotspots?in=GA&head=murder&method={method}");
        Assert.Equal(page.FindAll(".view-link").Select(link => link.TextContent.Trim()), page.FindAll(".view-select option").Select(option => option.TextContent.Trim()));
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
    public void Page_NoData_SaysWhatIsNeeded()
    {
        Status.Data = new(1, false, 0, null, null, null);
        Assert.Contains("No data yet", Open("/hotspots").Markup, StringComparison.Ordinal);
    }

    private MapScene Mounted(IRenderedComponent<HotspotPage> page)
    {
        page.WaitForState(() => _module.Invocations["mount"].Count > 0);
        return (MapScene)_module.Invocations["mount"][0].Arguments[2]!;
    }

    private IRenderedComponent<HotspotPage> Open(string address)
    {
        Navigation.NavigateTo(address);
        var page = Render<HotspotPage>();
        page.WaitForState(() => page.FindAll("[aria-busy=true]").Count == 0);
        return page;
    }
}
