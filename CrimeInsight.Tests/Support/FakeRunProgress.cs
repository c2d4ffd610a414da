using CrimeInsight.Core.Runs;

namespace CrimeInsight.Tests.Support;

/// <summary>How far the run is, as a test says.</summary>
internal sealed class FakeRunProgress : IRunProgressReader
{
    public RunProgress? Progress { get; set; }

    public Task<RunProgress?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Progress);
}
