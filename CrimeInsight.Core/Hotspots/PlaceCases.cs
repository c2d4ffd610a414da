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

    /// <summary>
    /// From the first month with a case on: before it the head did not exist, or nobody registered it, and every place would look
    /// as if it had risen since.
    /// </summary>
    public PlaceCases SinceFirst()
    {
        var skipped = 0;
        while (skipped < Months - 1 && Enumerable.Range(0, Places.Length).All(place => Cases[place * Months + skipped] == 0))
            skipped++;
        return skipped == 0 ? this : new PlaceCases(
            Places,
            new Period(Period.From.AddMonths(skipped), Period.Until),
            [.. Enumerable.Range(0, Places.Length).SelectMany(place => Cases.AsSpan(place * Months + skipped, Months - skipped).ToArray())]);
    }

    /// <summary>Cases of a place over all months.</summary>
    public int TotalOf(int place)
    {
        var sum = 0;
        foreach (var cases in Cases.AsSpan(place * Months, Months))
            sum += cases;
        return sum;
    }
}
