using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Reads single cases and those they are compared with, as the person.</summary>
internal sealed class PointStudyReader(PlaceCasesReader places, ICasePointReader points)
{
    private const int EarlierMonths = 24;
    private const int MostPoints = 200_000;

    /// <param name="stations">With coordinates; at least one.</param>
    /// <param name="first">First month of the data.</param>
    /// <returns>Null when there are too many cases.</returns>
    public async Task<PointStudy?> ReadAsync(
        HotspotRequest request, ImmutableArray<string> heads, ImmutableArray<Jurisdiction> stations, Period period, DateOnly first, Viewer viewer, CancellationToken cancellationToken)
    {
        var others = await places.OtherHeadsAsync(request, cancellationToken).ConfigureAwait(false);
        var background = others.IsEmpty ? CaseBackground.EarlierYears : request.Background ?? CaseBackground.OtherCrimes;
        var known = period.From.AddMonths(-EarlierMonths) is var from && from > first ? from : first < period.From ? first : period.From;
        if (await points.ReadAsync(request.JurisdictionCode, heads, new Period(known, period.Until), MostPoints, viewer, cancellationToken).ConfigureAwait(false) is not { } own)
            return null;
        var beside = background == CaseBackground.EarlierYears
            ? new CasePoints(new DegreePoints([], []), [])
            : await points.ReadAsync(request.JurisdictionCode, others, period, MostPoints, viewer, cancellationToken).ConfigureAwait(false);
        if (beside is null)
            return null;
        GeoPoint[] all = [.. PlacesOf(own), .. PlacesOf(beside)];
        var projection = LocalProjection.Around(all.Length == 0 ? stations.Select(station => station.Point!.Value) : all);
        PlanePoint[] plane = Array.ConvertAll(all, projection.ToPlane);
        return new PointStudy(
            request, period, background, known, new MetrePoints(Array.ConvertAll(plane, place => place.X), Array.ConvertAll(plane, place => place.Y)), own.Days, projection, stations);
    }

    private static IEnumerable<GeoPoint> PlacesOf(CasePoints cases) => Enumerable.Range(0, cases.Places.Count).Select(i => cases.Places[i]);
}
