using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>Adds the official figures of the states up and holds them against the printed totals of the country.</summary>
public static class NationalSums
{
    /// <param name="figures">Of the country and of its states.</param>
    public static ImmutableArray<NationalSum> Of(IEnumerable<OfficialFigure> figures, ReferenceData reference)
    {
        if (reference.Jurisdictions.Root is not { } country)
            return [];
        var states = reference.Jurisdictions.Within(country, JurisdictionLevel.State).Select(state => state.Id).ToHashSet();
        var leaves = reference.Heads.LeavesOf(reference.Heads.Root.Id).Select(head => head.Code).ToHashSet(StringComparer.Ordinal);
        return [.. from year in figures.GroupBy(figure => figure.Year)
                   orderby year.Key descending
                   let byMeasure = year.ToLookup(figure => figure.Measure)
                   from measure in OfficialMeasures.Printed
                   let printed = byMeasure[measure].Where(figure => figure.PlaceId == country.Id).Select(figure => (long?)figure.Cases).FirstOrDefault()
                   let sum = Sum(byMeasure[measure], states)
                       ?? (measure == OfficialMeasures.Total ? Sum(year.Where(figure => leaves.Contains(figure.Measure)), states) : null)
                   where printed is not null && sum is not null
                   select new NationalSum(measure, year.Key, sum, printed)];
    }

    // One state may have no case of a head; that all are missing but a few is no sum of the country.
    private static long? Sum(IEnumerable<OfficialFigure> figures, HashSet<int> states)
    {
        var of = figures.Where(figure => states.Contains(figure.PlaceId)).ToList();
        return of.Select(figure => figure.PlaceId).Distinct().Count() < states.Count - 1 ? null : of.Sum(figure => figure.Cases);
    }
}
