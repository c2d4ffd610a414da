using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrimeInsight.Web.Shared.Interop;

/// <summary>
/// A component with one ES module of its own, which exports <c>mount</c>, <c>update</c> and <c>unmount</c>. The module is
/// imported on the first call; disposing unmounts and releases it, also when the circuit is already gone.
/// </summary>
public abstract class ModuleComponent : ComponentBase, IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;
    private bool _isDisposed;

    /// <summary>The browser. Features never use it: only components of Shared derive from this class.</summary>
    [Inject]
    public required IJSRuntime Browser { get; init; }

    /// <summary>Path of the module, relative to the base address.</summary>
    protected abstract string ModulePath { get; }

    /// <summary>Calls a function of the module; does nothing once disposed.</summary>
    protected async ValueTask CallAsync(string function, params object?[] arguments)
    {
        if (_isDisposed)
            return;
        _module ??= Browser.InvokeAsync<IJSObjectReference>("import", ModulePath).AsTask();
        var module = await _module;
        if (!_isDisposed)
            await module.InvokeVoidAsync(function, arguments);
    }

    /// <summary>Arguments for <c>unmount</c>, such as the element it was mounted on.</summary>
    protected virtual object?[] UnmountArguments() => [];

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_isDisposed)
            return;
        _isDisposed = true;
        if (_module is null)
            return;
        try
        {
            var module = await _module;
            await module.InvokeVoidAsync("unmount", UnmountArguments());
            await module.DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and the module with it; a call still under way is cancelled.
        }
    }
}
