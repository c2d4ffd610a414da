namespace CrimeInsight.Core.Sources;

/// <summary>Tells, within this process, that a source may have something to do.</summary>
public sealed class SourceSignal : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (Exception unneeded) when (unneeded is SemaphoreFullException or ObjectDisposedException)
        {
            // It is woken already, or the app ends.
        }
    }

    /// <summary>Returns when somebody wakes, or after a while.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _woken.WaitAsync(most, cancellationToken);

    public void Dispose() => _woken.Dispose();
}
