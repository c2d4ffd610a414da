using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>A fixed person.</summary>
internal sealed class FakeViewers : IViewerAccessor
{
    public Viewer? Viewer { get; set; } = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "asha", PersonRole.Supervisor, [1]);

    public ValueTask<Viewer?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Viewer);
}
