using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Keeps the document in step with the display choice, and the choice with the device's dark mode. Shows nothing.</summary>
public sealed partial class DisplayBridge
{
    private DotNetObjectReference<DeviceListener>? _listener;

    [Inject]
    public required DisplayState Display { get; init; }

    protected override string ModulePath => "./Shared/Layout/DisplayBridge.razor.js";

    protected override void OnInitialized() => Display.Changed += OnChanged;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _listener = DotNetObjectReference.Create(new DeviceListener(this));
        await CallAsync("mount", _listener);
    }

    public override async ValueTask DisposeAsync()
    {
        Display.Changed -= OnChanged;
        await base.DisposeAsync();
        _listener?.Dispose();
    }

    private void OnChanged() => _ = InvokeAsync(() =>
        CallAsync("update", Display.Choice.ThemeName, Display.Choice.IsDark, Display.Choice.TextScalePercent).AsTask());

    private sealed class DeviceListener(DisplayBridge bridge)
    {
        [JSInvokable]
        public Task DeviceChangedAsync(bool isDark) => bridge.InvokeAsync(() =>
            bridge.Display.Set(bridge.Display.Choice with { DeviceIsDark = isDark }));
    }
}
