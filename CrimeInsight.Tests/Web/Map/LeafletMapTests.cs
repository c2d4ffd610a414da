using System.Reflection;
using Bunit;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Maps;
using Microsoft.JSInterop;

namespace CrimeInsight.Tests.Web.Map;

public sealed class LeafletMapTests : WebContext
{
    private const string Module = "./Shared/Maps/LeafletMap.razor.js";

    private static readonly MapScene s_scene = new()
    {
        Label = "Map: India",
        Words = new MapWords("in", "out", "here"),
        LandUrl = "/map/boundaries/state.geojson",
        Fit = new MapFit("IN", ["A"], MapBounds.India),
        Areas = new MapAreaLayer("State", "/map/boundaries/state.geojson", [new MapAreaStyle("#123456")], [new MapArea("A", "Alpha", "12 cases", 0)]),
        Credits = [new MapCredit("outline")],
    };

    [Fact]
    public void Render_First_MountsTheScene()
    {
        var module = StrictModule();
        var map = Render<LeafletMap>(parameters => parameters.Add(part => part.Scene, s_scene));

        Assert.Equal(s_scene, module.VerifyInvoke("mount").Arguments[2]);
        Assert.Equal("Map: India", map.Find("[role=region]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Render_SameScene_SendsNothing()
    {
        var module = StrictModule();
        var map = Render<LeafletMap>(parameters => parameters.Add(part => part.Scene, s_scene));

        map.Render(parameters => parameters.Add(part => part.Scene, s_scene with { }));

        module.VerifyNotInvoke("update");
    }

    [Fact]
    public void Render_OtherScene_Updates()
    {
        var module = StrictModule();
        var map = Render<LeafletMap>(parameters => parameters.Add(part => part.Scene, s_scene));
        var next = s_scene with { Selected = "A" };

        map.Render(parameters => parameters.Add(part => part.Scene, next));

        Assert.Equal(next, module.VerifyInvoke("update").Arguments[1]);
    }

    [Fact]
    public async Task Callbacks_FromTheBrowser_ReachThePage()
    {
        var module = StrictModule();
        var told = new List<object?>();
        Render<LeafletMap>(parameters => parameters
            .Add(part => part.Scene, s_scene)
            .Add(part => part.AreaTapped, code => told.Add(code))
            .Add(part => part.ViewChanged, view => told.Add(view))
            .Add(part => part.LocateFailed, () => told.Add("locate"))
            .Add(part => part.ShapesFailed, () => told.Add("shapes")));
        var listener = module.VerifyInvoke("mount").Arguments[1]!;

        await CallAsync(listener, "AreaTappedAsync", "A");
        await CallAsync(listener, "AreaTappedAsync", [null]);
        await CallAsync(listener, "ViewChangedAsync", new MapView(13, 80, 7));
        await CallAsync(listener, "LocateFailedAsync");
        await CallAsync(listener, "ShapesFailedAsync");

        Assert.Equal(["A", null, new MapView(13, 80, 7), "locate", "shapes"], told);
    }

    [Fact]
    public async Task Dispose_Mounted_Unmounts()
    {
        var module = StrictModule();
        Render<LeafletMap>(parameters => parameters.Add(part => part.Scene, s_scene));

        await DisposeComponentsAsync();

        module.VerifyInvoke("unmount");
    }

    private static Task CallAsync(object reference, string method, params object?[] arguments)
    {
        var listener = reference.GetType().GetProperty("Value")!.GetValue(reference)!;
        var callback = listener.GetType().GetMethod(method)!;
        Assert.NotNull(callback.GetCustomAttribute<JSInvokableAttribute>());
        return (Task)callback.Invoke(listener, arguments)!;
    }

    private BunitJSModuleInterop StrictModule()
    {
        var module = JSInterop.SetupModule(Module);
        module.Mode = JSRuntimeMode.Strict;
        module.SetupVoid("mount", _ => true).SetVoidResult();
        module.SetupVoid("update", _ => true).SetVoidResult();
        module.SetupVoid("unmount", _ => true).SetVoidResult();
        return module;
    }
}
