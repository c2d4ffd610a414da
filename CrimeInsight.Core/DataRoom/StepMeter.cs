using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.DataRoom;

/// <summary>The newest word of how far a step is, from whichever thread works on it.</summary>
internal sealed class StepMeter : IProgress<ImportProgress>
{
    private readonly Lock _gate = new();
    private ImportProgress _newest = new(ImportStage.Reading, 0, 0);

    public ImportProgress Newest
    {
        get
        {
            lock (_gate)
                return _newest;
        }
    }

    public void Report(ImportProgress value)
    {
        lock (_gate)
            _newest = value;
    }
}
