using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Cases with an exact place or a named locality; none that is protected, whatever its head.</summary>
/// <param name="Places">One for each case.</param>
/// <param name="Days">When each occurred: days of the calendar.</param>
public sealed record CasePoints(DegreePoints Places, ImmutableArray<double> Days)
{
    /// <summary>Nothing but sensitive heads was asked for: that there are no points says nothing of cases.</summary>
    public bool IsWithheld { get; init; }
}
