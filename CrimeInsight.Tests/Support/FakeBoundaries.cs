using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Tests.Support;

/// <summary>Shapes that are there, and approximate, unless a test says otherwise.</summary>
internal sealed class FakeBoundaries : IBoundaryReader
{
    public int Count { get; set; } = 2;

    public ValueTask<BoundaryCollection> ReadAsync(BoundaryLevel level, string? within, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new BoundaryCollection("{}"u8.ToArray(), Count, IsApproximate: true, Version: 3));
}
