using Bunit;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.Map;

public sealed class MapPageTests : WebContext
{
    private readonly BunitJSModuleInterop _module;
    private readonly FakeBoundaries _boundaries = new();
    private FakeQueryRunner _runner = new(Answer);
    private Exception? _failure;

    public MapPageTests()
    {
        _module = JSInterop.SetupModule("./Shared/Maps/LeafletMap.razor.js");
        _module.Mode = JSRuntimeMode.Strict;
        foreach (var function in new[] { "mount", "update", "unmount" })
            _module.SetupVoid(function, _ => true).SetVoidResult();
        Status.Data = MapContexts.Status;
        Services.AddScoped<ScopeResolver>();
        Services.AddSingleton<IReferenceDataReader, FakeReference>();
        Services.AddSingleton<IBoundaryReader>(_boundaries);
        Services.AddSingleton<IIncidentQueryRunner>(_ => _runner);
        Services.AddSingleton<OverviewAnalysis>();
        Services.AddSingleton<MapAnalysis>();
        Services.AddSingleton<IOfficialFigures>(new FakeOfficialFigures());
        Services.AddSingleton<CoverageAnalysis>();
        Services.AddSingleton<StreetMap>().AddScoped<MapCredits>();
        Services.AddScoped<MapTextFormat>().AddScoped<MapScenes>().AddScoped<MapLegends>().AddScoped<MapPictures>().AddScoped<MapLoader>();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_Country_DrawsStatesWithTheirLegend()
    {
        var page = Open("/map?measure=cases");

        var scene = (MapScene)_module.VerifyInvoke("mount").Arguments[2]!;
        Assert.Equal(["A", "B"], scene.Areas!.Items.Select(item => item.Code));
        Assert.Equal("1,20,000 cases", scene.Areas.Items[0].Text);
        Assert.Equal("Withheld (<5)", scene.Areas.Items[1].Text);
        Assert.True(scene.Areas.Styles[scene.Areas.Items[1].Style].IsHatched);
        Assert.Equal("/map/boundaries/state.geojson?v=3", scene.Areas.Url);
        Assert.Contains("Withheld to protect victims", page.Find(".map-legend-wide").TextContent, StringComparison.Ordinal);
        Assert.Equal("States", page.Find(".segments:not(.segments-minor) [aria-current=true]").TextContent);
    }

    [Fact]
    public void Page_Density_AsksForTilesOfTheScope()
    {
        Open("/map?in=A&head=murder&layer=density");

        var scene = (MapScene)_module.VerifyInvoke("mount").Arguments[2]!;
        Assert.Equal("/map/tiles/{z}/{x}/{y}.png?from=2024-01-01&until=2025-01-01&head=murder&in=A&v=7", scene.Density!.Url);
        Assert.All(scene.Areas!.Styles, style => Assert.Equal("transparent", style.Fill));
    }

    [Fact]
    public void Page_AreaInTheAddress_ShowsItsDetails()
    {
        var page = Open("/map?at=A");

        var sheet = page.Find("[role=dialog]");
        Assert.Contains("1,20,000", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("+4.0%", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("murder", sheet.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/?in=A", "/map?in=A", "/cases?in=A"], page.FindAll("[role=dialog] footer a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Page_WithheldArea_ShowsNoFigure()
    {
        var page = Open("/map?at=B");
        var values = page.FindAll("[role=dialog] dd").Select(value => value.TextContent.Trim());
        Assert.All(values, value => Assert.Equal("<5", value));
    }

    [Fact]
    public void Page_Table_HasTheSameFiguresAndSorts()
    {
        var page = Open("/map?show=table");
        Assert.Equal(["A", "B"], Names(page));
        // The rest of a list with a withheld figure is withheld, too.
        Assert.Equal(["1,20,000", "80.0", "+4.0%", "<5", "<5", "<5", "withheld", "", ""], page.FindAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal("State not recorded", page.FindAll("tbody th")[^1].TextContent);

        page.Find("thead th:first-child button").Click();
        page.Find("thead th:first-child button").Click();

        Assert.Equal(["B", "A"], Names(page));
        Assert.Equal("descending", page.Find("thead th").GetAttribute("aria-sort"));
        Assert.NotNull(page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Tap_Area_PutsItInTheAddress()
    {
        var page = Open("/map?layer=district&measure=cases");
        var map = page.FindComponent<LeafletMap>();

        page.InvokeAsync(() => map.Instance.AreaTapped.InvokeAsync("A1"));
        Assert.EndsWith("/map?layer=district&measure=cases&at=A1", Navigation.Uri, StringComparison.Ordinal);
        page.InvokeAsync(() => map.Instance.AreaTapped.InvokeAsync(null));
        Assert.EndsWith("/map?layer=district&measure=cases", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_Map_IsRememberedInTheAddress()
    {
        var page = Open("/map");
        page.InvokeAsync(() => page.FindComponent<LeafletMap>().Instance.ViewChanged.InvokeAsync(new MapView(13, 80.5, 9)));
        Assert.EndsWith("/map?view=13%2C80.5%2C9", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_Changes_LoadsNothingAgain()
    {
        var page = Open("/map");
        var asked = _runner.Asked.Count;

        Navigation.NavigateTo("/map?measure=change");

        page.WaitForAssertion(() => Assert.Equal(1, _module.Invocations.Count(call => call.Identifier == "update")));
        Assert.Equal(asked, _runner.Asked.Count);
    }

    [Fact]
    public void Page_NoCases_SaysSo()
    {
        _runner = new FakeQueryRunner(_ => []);
        Assert.Contains("No cases here", Open("/map").Find(".map-message").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Failure_OffersToTryAgain()
    {
        _failure = new TimeoutException();
        _runner = new FakeQueryRunner(query => _failure is null ? Answer(query) : throw _failure);
        var page = Open("/map");
        Assert.NotNull(page.Find("[role=alert]"));

        _failure = null;
        page.Find("[role=alert] button").Click();

        Assert.Empty(page.FindAll("[role=alert]"));
        _module.VerifyInvoke("mount");
    }

    [Fact]
    public void Page_NoRights_SaysSo()
    {
        Viewers.Viewer = Viewers.Viewer! with { JurisdictionIds = [] };
        Assert.Contains("No area is assigned to you", Open("/map").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_ShapesUnderWay_SaysSo()
    {
        _boundaries.Count = 0;
        Assert.Contains("being computed", Open("/map").Find(".map-legend-wide").TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<QueryRow> Answer(IncidentQuery query) => query.Dimensions switch
    {
        [] => [new QueryRow([], [200_000], false)],
        [Dimension.Head] => [new QueryRow(["murder"], [90, 60, 1, 89], false)],
        _ => [new QueryRow(["A"], [120_000, 80, 4, 115_384], false), new QueryRow(["B"], [null, null, null, null], true),
            new QueryRow(["A1"], [70_000, 90, -2, 71_428], false)],
    };

    private static IEnumerable<string> Names(IRenderedComponent<MapPage> page) => page.FindAll("tbody th a").Select(link => link.TextContent);

    private IRenderedComponent<MapPage> Open(string address)
    {
        Navigation.NavigateTo(address);
        return Render<MapPage>();
    }
}
