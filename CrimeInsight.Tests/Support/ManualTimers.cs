namespace CrimeInsight.Tests.Support;

/// <summary>Timers that fire when a test says so.</summary>
internal sealed class ManualTimers : TimeProvider
{
    private readonly List<Timer> _running = [];

    /// <summary>Timers that have not been stopped.</summary>
    public int Running => _running.Count;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        _running.Add(timer);
        return timer;
    }

    /// <summary>Lets every running timer fire once.</summary>
    public void Tick()
    {
        foreach (var timer in _running.ToArray())
            timer.Fire();
    }

    private sealed class Timer(ManualTimers owner, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => owner._running.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
