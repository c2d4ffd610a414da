using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>A page or panel that reads what it shows when it begins, says when that failed, and stops when it is left.</summary>
public abstract class LoadedComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();

    protected PanelState State { get; private set; } = PanelState.Loading;

    /// <summary>Cancelled when the component is left.</summary>
    protected CancellationToken Lifetime => _lifetime.Token;

    /// <summary>It is left: what fails then is nobody's concern.</summary>
    protected bool IsLeft => _lifetime.IsCancellationRequested;

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    /// <summary>Reads anew.</summary>
    protected async Task LoadAsync()
    {
        try
        {
            State = await ReadAsync();
        }
        catch (Exception) when (!IsLeft)
        {
            State = PanelState.Error;
        }
    }

    /// <returns>How the component stands with what was read.</returns>
    protected abstract Task<PanelState> ReadAsync();
}
