using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Import;
using CrimeInsight.Data.Import;

namespace CrimeInsight.Data.Demo;

/// <summary>
/// Turns what the loader reports into an even progress: while rows stream a batch moves to <see cref="ReadingShare"/>, while
/// the database stores them, which reports nothing, it creeps on as fast as it was read.
/// </summary>
internal sealed class DemoLoadMeter(TimeProvider time, long total) : IProgress<LoadProgress>
{
    /// <summary>Part of a batch's time that rows take to stream, measured.</summary>
    private const double ReadingShare = 0.35;
    private const double MostBeforeDone = 0.97;

    private readonly Lock _gate = new();
    private long _before;
    private long _count = 1;
    private DateOnly _from;
    private long _rows;
    private long _startedAt;
    private long _storingAt;

    public DemoLoadProgress Now
    {
        get
        {
            lock (_gate)
                return new DemoLoadProgress(_from, _before + (long)(_count * Share()), total);
        }
    }

    public void Begin(DemoBatch batch, long count)
    {
        lock (_gate)
            (_from, _count, _rows, _startedAt, _storingAt) = (batch.From, Math.Max(count, 1), 0, time.GetTimestamp(), 0);
    }

    public void End()
    {
        lock (_gate)
            (_before, _count, _rows, _storingAt) = (_before + _count, 1, 0, 0);
    }

    void IProgress<LoadProgress>.Report(LoadProgress value)
    {
        lock (_gate)
        {
            _rows = value.Rows;
            if (value.Stage == ImportStage.Storing)
                _storingAt = time.GetTimestamp();
        }
    }

    private double Share()
    {
        if (_storingAt == 0)
            return ReadingShare * Math.Min(1, (double)_rows / _count);
        var reading = Math.Max(time.GetElapsedTime(_startedAt, _storingAt).TotalSeconds, 0.001);
        var storing = time.GetElapsedTime(_storingAt).TotalSeconds;
        return Math.Min(ReadingShare * (1 + storing / reading), MostBeforeDone);
    }
}
