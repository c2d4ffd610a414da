namespace CrimeInsight.Core.Runs;

/// <summary>How far a unit is; safe for threads, which may report out of order.</summary>
/// <param name="work">Of the unit.</param>
public sealed class UnitMeter(long work) : IProgress<int>
{
    private readonly Lock _gate = new();
    private int _steps = 1;
    private int _done;

    /// <summary>Work done.</summary>
    public long Done
    {
        get
        {
            lock (_gate)
                return work * _done / _steps;
        }
    }

    /// <summary>It takes so many steps.</summary>
    public void Expect(int steps)
    {
        lock (_gate)
            (_steps, _done) = (Math.Max(steps, 1), 0);
    }

    /// <param name="value">Steps done.</param>
    public void Report(int value)
    {
        lock (_gate)
            _done = Math.Clamp(value, _done, _steps);
    }
}
