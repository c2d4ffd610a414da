using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.Places;

/// <summary>What the page about places asks.</summary>
public sealed class PlacesServices(
    IPlaceEdits edits, IPlaceAliases aliases, IViewerAccessor viewers, IReferenceDataReader references, TimeProvider time)
{
    private static readonly TimeSpan s_india = new(5, 30, 0);

    public IPlaceEdits Edits { get; } = edits;

    public IPlaceAliases Aliases { get; } = aliases;

    public IViewerAccessor Viewers { get; } = viewers;

    public IReferenceDataReader References { get; } = references;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(s_india).DateTime);
}
