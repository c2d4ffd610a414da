using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Cases;

/// <summary>Works out what cases are among others and in the calendar.</summary>
public sealed class CaseFeatureAnalysis(ICaseFeatureReader reader, IHolidayReader holidays)
{
    /// <returns>Of each case that is not protected.</returns>
    public async Task<IReadOnlyDictionary<long, CaseFeatures>> OfAsync(
        IReadOnlyList<CaseSummary> cases, Viewer viewer, ReferenceData reference, CancellationToken cancellationToken)
    {
        var open = cases.Where(item => !item.IsSensitive).ToList();
        if (open.Count == 0)
            return new Dictionary<long, CaseFeatures>();
        var tree = reference.Jurisdictions;
        var calendar = await holidays.GetAsync(cancellationToken).ConfigureAwait(false);
        var (first, last) = (open.Min(item => item.When.Date), open.Max(item => item.When.Date));
        short[] heads = [.. open.Select(item => item.HeadId).Distinct()];
        var stations = open.Select(item => StationOf(tree, item.Ordinal)).OfType<Jurisdiction>().DistinctBy(station => station.Id)
            .Select(station => (station.Ordinal, station.OrdinalUntil)).ToList();
        var before = (await reader.BeforeAsync(viewer, stations, heads, last, [.. open.Select(item => item.Id)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(row => row.Id);
        var nearby = new NearbyCounter(
            await reader.SpotsAsync(viewer, heads, first.AddDays(-Repeats.RecentDays), last, cancellationToken).ConfigureAwait(false));
        return open.ToDictionary(item => item.Id, item =>
        {
            var state = tree.AtOrdinal(item.Ordinal) is { } place ? tree.AncestorAt(place, JurisdictionLevel.State)?.Code : null;
            var known = before.GetValueOrDefault(item.Id);
            return new CaseFeatures(
                item.When.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
                [.. calendar.On(item.When.Date, state)],
                known?.DaysSincePrevious,
                known?.Recent,
                nearby.Before(item.Id));
        });
    }

    private static Jurisdiction? StationOf(JurisdictionTree tree, int ordinal) =>
        tree.AtOrdinal(ordinal) is { } place ? tree.AncestorAt(place, JurisdictionLevel.Station) : null;
}
