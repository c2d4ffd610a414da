namespace CrimeInsight.Data.Connections;

/// <summary>
/// When to try again: at once, then after 1, 2, 4 … 60 s. A server that dies soon after each start counts as one that does not
/// start; one that held for a minute starts the row anew.
/// </summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(60);
    private TimeSpan _pause = TimeSpan.Zero;
    private long _from;
    private long? _heldFrom;

    public bool IsDue => _pause == TimeSpan.Zero || time.GetElapsedTime(_from) >= _pause || HasHeld;

    private bool HasHeld => _heldFrom is { } from && time.GetElapsedTime(from) >= s_most;

    /// <returns>The time to wait.</returns>
    public TimeSpan Failed()
    {
        _pause = _pause == TimeSpan.Zero || HasHeld ? s_first : _pause * 2 < s_most ? _pause * 2 : s_most;
        _from = time.GetTimestamp();
        _heldFrom = null;
        return _pause;
    }

    public void Succeeded() => _heldFrom = time.GetTimestamp();
}
