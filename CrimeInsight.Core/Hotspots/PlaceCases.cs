using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>The registered cases of places by month: what the methods start from.</summary>
/// <param name="Places">With coordinates, in the order of the tree.</param>
/// <param name="Period">Whole months.</param>
/// <param name="Cases">Place after place, one value a month; months without cases are 0.</param>
public sealed record PlaceCases(ImmutableArray<Jurisdiction> Places, Period Period, ImmutableArray<int> Cases)
{
    public int Months => Period.Months;

    /// <summary>The places' coordinates, in their order.</summary>
    public DegreePoints Points() => new(
        [.. Places.Select(place => place.Point!.Value.Latitude)], [.. Places.Select(place => place.Point!.Value.Longitude)]);

    /// <summary>Cases of a place over all months.</summary>
    public int TotalOf(int place)
    {
        var sum = 0;
        foreach (var cases in Cases.AsSpan(place * Months, Months))
            sum += cases;
        return sum;
    }
}
