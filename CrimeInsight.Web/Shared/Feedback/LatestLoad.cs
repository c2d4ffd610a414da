namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>One result that is loaded at a time: a newer request ends the older one, and what an older one brings is dropped.</summary>
/// <typeparam name="T">What is loaded.</typeparam>
public sealed class LatestLoad<T> : IAsyncDisposable
    where T : class
{
    private CancellationTokenSource? _underWay;
    private bool _isOutdated;

    /// <summary>
    /// The newest result, also while another is awaited in its place: content that is on the screen may be drawn once more before it
    /// gives way. Null before the first and after a failure.
    /// </summary>
    public T? Value { get; private set; }

    /// <summary>The result that may be shown; null while another is awaited in its place.</summary>
    public T? Current => _isOutdated ? null : Value;

    public bool IsUnderWay => _underWay is not null;

    public bool HasFailed { get; private set; }

    /// <summary>The reader stopped the loading.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Loads; nothing is shown until then.</summary>
    /// <param name="tell">Told of a failure, unless nobody waits for the result any more.</param>
    public Task LoadAsync(Func<CancellationToken, Task<T>> load, Action<Exception> tell)
    {
        _isOutdated = true;
        return RunAsync(load, tell, isQuiet: false);
    }

    /// <summary>Loads; what is shown stays until then.</summary>
    public Task ReplaceAsync(Func<CancellationToken, Task<T>> load, Action<Exception> tell) => RunAsync(load, tell, isQuiet: false);

    /// <summary>Loads the same again, unless it is being loaded; what is shown stays until then, and stays after a failure.</summary>
    public Task RefreshAsync(Func<CancellationToken, Task<T>> load, Action<Exception> tell) =>
        IsUnderWay || Current is null ? Task.CompletedTask : RunAsync(load, tell, isQuiet: true);

    /// <summary>Takes a later form of the result.</summary>
    public void Put(T value) => Value = value;

    /// <summary>Stops the loading.</summary>
    public async Task CancelAsync()
    {
        if (_underWay is not { } pending)
            return;
        (_underWay, IsCancelled) = (null, true);
        await pending.CancelAsync();
    }

    /// <summary>What a panel or page shows of it.</summary>
    public PanelState StateOf(Func<T, bool> isEmpty) => HasFailed ? PanelState.Error
        : Current is not { } value ? PanelState.Loading
        : isEmpty(value) ? PanelState.Empty : PanelState.Ready;

    public async ValueTask DisposeAsync()
    {
        if (_underWay is not { } pending)
            return;
        _underWay = null;
        await pending.CancelAsync();
        pending.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task<T>> load, Action<Exception> tell, bool isQuiet)
    {
        if (_underWay is { } previous)
            await previous.CancelAsync();
        using var own = new CancellationTokenSource();
        _underWay = own;
        (HasFailed, IsCancelled) = (false, false);
        try
        {
            var value = await load(own.Token);
            if (_underWay == own)
                (Value, _isOutdated) = (value, false);
        }
        catch (Exception) when (own.IsCancellationRequested)
        {
            // A newer request, or the page is gone: nobody waits for this result.
        }
        catch (Exception failure)
        {
            HasFailed = !isQuiet && _underWay == own;
            if (HasFailed && _isOutdated)
                Value = null;
            tell(failure);
        }
        finally
        {
            if (_underWay == own)
                _underWay = null;
        }
    }
}
