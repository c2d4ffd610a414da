namespace CrimeInsight.Data.Forecasting;

/// <summary>How far a run is, and how long it has worked; safe for threads.</summary>
internal sealed class RunMeter(TimeProvider time, TimeSpan before) : IProgress<int>
{
    private readonly Lock _gate = new();
    private readonly long _startedAt = time.GetTimestamp();
    private long _finished;
    private long _work;
    private int _series = 1;
    private int _seriesDone;

    public TimeSpan Busy => before + time.GetElapsedTime(_startedAt);

    public long Done
    {
        get
        {
            lock (_gate)
                return _finished + _work * _seriesDone / _series;
        }
    }

    /// <summary>A chunk of so much work begins; its number of series turns out later.</summary>
    public void Begin(long work)
    {
        lock (_gate)
            (_work, _series, _seriesDone) = (work, 1, 0);
    }

    public void Expect(int series)
    {
        lock (_gate)
            _series = Math.Max(series, 1);
    }

    public void End()
    {
        lock (_gate)
            (_finished, _work, _series, _seriesDone) = (_finished + _work, 0, 1, 0);
    }

    // Threads may report out of order.
    void IProgress<int>.Report(int value)
    {
        lock (_gate)
            _seriesDone = Math.Clamp(value, _seriesDone, _series);
    }
}
