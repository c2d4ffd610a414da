using System.Runtime;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>
/// How far this process's memory rises above what it holds at rest, whichever rises more: what the runtime manages, garbage and all, or what
/// the process has of the machine.
/// </summary>
internal sealed class MemoryMeter : IDisposable
{
    private const int SampleMilliseconds = 25;

    private readonly Timer _timer;
    private readonly long _managedAtRest;
    private readonly long _residentAtRest;
    private long _managed;
    private long _resident;

    public MemoryMeter()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        (_managedAtRest, _residentAtRest) = (GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
        _timer = new Timer(_ => Sample(), null, 0, SampleMilliseconds);
    }

    public double ManagedMegabytes => Math.Max(0, _managed - _managedAtRest) / 1e6;

    public double ResidentMegabytes => Math.Max(0, _resident - _residentAtRest) / 1e6;

    public double Megabytes => Math.Max(ManagedMegabytes, ResidentMegabytes);

    public void Dispose()
    {
        _timer.Dispose();
        Sample();
    }

    private void Sample()
    {
        _managed = Math.Max(_managed, GC.GetTotalMemory(forceFullCollection: false));
        _resident = Math.Max(_resident, Environment.WorkingSet);
    }
}
