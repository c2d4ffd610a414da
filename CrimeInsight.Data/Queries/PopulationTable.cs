using System.Collections.Frozen;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Queries;

/// <summary>Residents by jurisdiction and year.</summary>
internal sealed class PopulationTable(JurisdictionTree tree, IEnumerable<(int JurisdictionId, int Year, long Residents)> rows)
{
    private readonly FrozenDictionary<int, (int Year, long Residents)[]> _byJurisdiction = rows
        .GroupBy(row => row.JurisdictionId)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => (row.Year, row.Residents)).OrderBy(row => row.Year).ToArray());

    /// <summary>
    /// Σ over calendar years y of residents(y) · days of the period in y / days in y: cases divided by it are cases per
    /// resident and year. Outside the known years the nearest one counts. Above districts, the sum of the parts where
    /// the whole is not known. Null when unknown.
    /// </summary>
    public double? PersonYears(Jurisdiction place, Period period)
    {
        if (_byJurisdiction.TryGetValue(place.Id, out var years))
            return Enumerable.Range(period.From.Year, period.Until.Year - period.From.Year + 1).Sum(year => Nearest(years, year) * ShareOf(year, period));
        if (place.Level >= JurisdictionLevel.District || tree.ChildrenOf(place.Id) is not { Count: > 0 } parts)
            return null;
        return Total(parts.Select(part => PersonYears(part, period)));
    }

    /// <summary>Of several disjoint jurisdictions; null when one is unknown.</summary>
    public double? PersonYears(IEnumerable<Jurisdiction> places, Period period) => Total(places.Select(place => PersonYears(place, period)));

    private static double? Total(IEnumerable<double?> parts)
    {
        double? total = null;
        foreach (var part in parts)
        {
            if (part is null)
                return null;
            total = (total ?? 0) + part;
        }
        return total;
    }

    private static double ShareOf(int year, Period period)
    {
        var first = new DateOnly(year, 1, 1);
        var next = first.AddYears(1);
        var from = period.From > first ? period.From : first;
        var until = period.Until < next ? period.Until : next;
        return Math.Max(0, until.DayNumber - from.DayNumber) / (double)(next.DayNumber - first.DayNumber);
    }

    private static long Nearest((int Year, long Residents)[] years, int year) =>
        years.MinBy(known => Math.Abs(known.Year - year)).Residents;
}
