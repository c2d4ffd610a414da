using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Cases with an exact place or a named locality; none whose victims are protected.</summary>
/// <param name="Places">One for each case.</param>
/// <param name="Days">When each occurred: days of the calendar.</param>
public sealed record CasePoints(DegreePoints Places, ImmutableArray<double> Days)
{
    /// <summary>Protected heads were asked for, too; they are never here.</summary>
    public bool IsWithoutSensitive { get; init; }

    /// <summary>Nothing but protected heads was asked for: that there are no points says nothing of cases.</summary>
    public bool IsWithheld { get; init; }
}
