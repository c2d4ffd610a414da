using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Reads single cases and those they are compared with, as the person.</summary>
internal static class PointStudyReader
{
    /// <param name="search">With at least one place.</param>
    /// <returns>Null when there are more cases than <paramref name="most"/>.</returns>
    public static async Task<PointStudy?> ReadAsync(
        HotspotSearch search, ImmutableArray<string> heads, ComparedSettings settings, int most, CancellationToken cancellationToken)
    {
        var (period, first, sources) = (search.Period, search.First, search.Sources);
        var others = await sources.Places.OtherHeadsAsync(search.Scope, cancellationToken).ConfigureAwait(false);
        var background = others.IsEmpty ? CaseBackground.EarlierYears : settings.Background ?? CaseBackground.OtherCrimes;
        var known = period.From.AddMonths(-settings.EarlierMonths) is var from && from > first ? from : first < period.From ? first : period.From;
        if (await sources.Points.ReadAsync(search.Scope.Place, heads, new Period(known, period.Until), most, search.Viewer, cancellationToken)
            .ConfigureAwait(false) is not { } own)
            return null;
        var beside = background == CaseBackground.EarlierYears
            ? new CasePoints(new DegreePoints([], []), [])
            : await sources.Points.ReadAsync(search.Scope.Place, others, period, most, search.Viewer, cancellationToken).ConfigureAwait(false);
        if (beside is null)
            return null;
        GeoPoint[] all = [.. PlacesOf(own), .. PlacesOf(beside)];
        var projection = LocalProjection.Around(all.Length == 0 ? search.Places.Select(station => station.Point!.Value) : all);
        PlanePoint[] plane = Array.ConvertAll(all, projection.ToPlane);
        return new PointStudy(
            period, background, known, new MetrePoints(Array.ConvertAll(plane, place => place.X), Array.ConvertAll(plane, place => place.Y)), own.Days,
            projection, search.Places);
    }

    private static IEnumerable<GeoPoint> PlacesOf(CasePoints cases) => Enumerable.Range(0, cases.Places.Count).Select(i => cases.Places[i]);
}
