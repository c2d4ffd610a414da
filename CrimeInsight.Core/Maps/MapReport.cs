using System.Collections.Immutable;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Core.Maps;

/// <summary>Every area of a map with its figures.</summary>
/// <param name="Areas">In the order of the tree; areas without cases included.</param>
/// <param name="Query">As run, for the download of the same figures.</param>
public sealed record MapReport(ImmutableArray<AreaFigure> Areas, IncidentQuery Query)
{
    /// <summary>Cases known for none of the areas; null when there are none, or nobody asked.</summary>
    public RestOfPlaces? Rest { get; init; }

    /// <summary>Cases that no area's figure holds; null: none.</summary>
    public WithheldCases? Withheld { get; init; }

    /// <summary>No area has a case, not even a withheld one.</summary>
    public bool IsEmpty => Areas.All(area => area.Cases == 0);
}
