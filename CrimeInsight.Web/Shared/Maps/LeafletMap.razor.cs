using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>
/// A Leaflet map: land and borders, areas filled by class, density tiles, optional base tiles, zoom and locate buttons.
/// Takes a scene down, tells of taps and moves up; decides nothing.
/// </summary>
public sealed partial class LeafletMap
{
    private DotNetObjectReference<MapListener>? _listener;
    private ElementReference _element;
    private MapScene? _drawn;
    private bool _isMounted;

    [Parameter, EditorRequired] public required MapScene Scene { get; set; }

    /// <summary>Code of the tapped area; null for a tap beside all areas.</summary>
    [Parameter] public EventCallback<string?> AreaTapped { get; set; }

    /// <summary>Where a tap was, on scenes that take points.</summary>
    [Parameter] public EventCallback<MapPoint> PointTapped { get; set; }

    /// <summary>The reader moved the map.</summary>
    [Parameter] public EventCallback<MapView> ViewChanged { get; set; }

    /// <summary>The device does not tell its place, or may not.</summary>
    [Parameter] public EventCallback LocateFailed { get; set; }

    /// <summary>Shapes could not be read; the next scene tries again.</summary>
    [Parameter] public EventCallback ShapesFailed { get; set; }

    protected override string ModulePath => "./Shared/Maps/LeafletMap.razor.js";

    protected override object?[] UnmountArguments() => [_element];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _listener = DotNetObjectReference.Create(new MapListener(this));
            _drawn = Scene;
            await CallAsync("mount", _element, _listener, Scene);
            _isMounted = true;
        }

        if (!_isMounted || Scene == _drawn)
            return;
        _drawn = Scene;
        await CallAsync("update", _element, Scene);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _listener?.Dispose();
    }

    private sealed class MapListener(LeafletMap map)
    {
        [JSInvokable]
        public Task AreaTappedAsync(string? code) => map.InvokeAsync(() => map.AreaTapped.InvokeAsync(code));

        [JSInvokable]
        public Task PointTappedAsync(double latitude, double longitude) =>
            map.InvokeAsync(() => map.PointTapped.InvokeAsync(new MapPoint(latitude, longitude)));

        [JSInvokable]
        public Task ViewChangedAsync(MapView view) => map.InvokeAsync(() => map.ViewChanged.InvokeAsync(view));

        [JSInvokable]
        public Task LocateFailedAsync() => map.InvokeAsync(map.LocateFailed.InvokeAsync);

        [JSInvokable]
        public Task ShapesFailedAsync() => map.InvokeAsync(map.ShapesFailed.InvokeAsync);
    }
}
