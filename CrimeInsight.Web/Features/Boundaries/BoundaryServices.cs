using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>What the page about boundaries asks.</summary>
public sealed class BoundaryServices(
    BoundaryAnalysis analysis, IBoundaryEditions editions, IViewerAccessor viewers, IReferenceDataReader references, TimeProvider time)
{
    private static readonly TimeSpan s_india = new(5, 30, 0);

    public BoundaryAnalysis Analysis { get; } = analysis;

    public IBoundaryEditions Editions { get; } = editions;

    public IViewerAccessor Viewers { get; } = viewers;

    public IReferenceDataReader References { get; } = references;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(s_india).DateTime);
}
