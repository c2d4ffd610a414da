using System.Collections.Frozen;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Judges coordinates by the boundaries of districts, or, while the database holds none, by the districts' points: no point of
/// India is farther than <see cref="FarthestKm"/> from that of its own district.
/// </summary>
internal sealed class PlaceChecker(JurisdictionTree tree, DistrictShapes? shapes)
{
    private const double South = 6.0, North = 37.6, West = 68.0, East = 97.6;
    private const double FarthestKm = 350;
    private const double KmPerDegree = 111.2;

    // A boundary from points may be off by the breadth of a district's part; an official one by what a receiver is.
    private const double ApproximateKm = 50, OfficialKm = 5;

    // Off the coast, or where an outline of 1.2 km accuracy ends too early.
    private const double ShoreKm = 5;

    // What lies off a computed outline may be an islet it lacks, but only where there is sea; elsewhere it is another country.
    private static readonly FrozenSet<string> s_coastalStates = FrozenSet.Create(
        StringComparer.Ordinal, "IN-AN", "IN-AP", "IN-DH", "IN-GA", "IN-GJ", "IN-KA", "IN-KL", "IN-LD", "IN-MH", "IN-OD", "IN-PY", "IN-TN", "IN-WB");

    private readonly Jurisdiction[] _districts = [.. Located(tree).OrderBy(place => place.Point!.Value.Latitude)];
    private readonly double[] _latitudes = [.. Located(tree).Select(place => place.Point!.Value.Latitude).Order()];
    private readonly Dictionary<long, Jurisdiction?> _nearest = [];

    public static bool IsInIndia(GeoPoint point) =>
        point.Latitude is >= South and <= North && point.Longitude is >= West and <= East;

    /// <param name="named">The jurisdiction named; null when none is.</param>
    /// <param name="also">Others that hold parts of what was named.</param>
    public PlaceVerdict Judge(GeoPoint point, Jurisdiction? named, IReadOnlyList<Jurisdiction>? also = null)
    {
        if (!IsInIndia(point))
            return new PlaceVerdict(
                IsInIndia(new GeoPoint(point.Longitude, point.Latitude)) ? RejectReason.CoordinatesSwapped
                : Math.Abs(point.Latitude) > 90 || Math.Abs(point.Longitude) > 180 ? RejectReason.CoordinateInvalid
                : RejectReason.CoordinatesOutsideIndia);
        if (Locate(point) is not { } district)
            return OffCoast(point, named) is { } coastal
                ? new PlaceVerdict(null, coastal, IsOffCoast: true)
                : new PlaceVerdict(_districts.Length > 0 || shapes is not null ? RejectReason.CoordinatesOutsideIndia : null);
        if (named is null || named.Contains(district) || district.Contains(named) || also?.Contains(district) == true)
            return new PlaceVerdict(null, district);
        return IsNear(point, named, district)
            ? new PlaceVerdict(null, district, IsInNeighbour: true)
            : new PlaceVerdict(RejectReason.CoordinatesFarFromJurisdiction, district);
    }

    /// <summary>How exact coordinates are, from the decimals they are written with: three are about 100 m, two 1 km, one 10 km.</summary>
    public static LocationPrecision PrecisionOf(int decimals) => decimals switch
    {
        >= 3 => LocationPrecision.Exact,
        2 => LocationPrecision.Locality,
        1 => LocationPrecision.Cell,
        _ => LocationPrecision.District,
    };

    private Jurisdiction? Locate(GeoPoint point) => shapes is not null ? shapes.Locate(point) ?? shapes.Nearest(point, ShoreKm) : NearestByPoint(point);

    // The named district, or the nearest of the named state, while its boundary is computed and its islets may be missing.
    private Jurisdiction? OffCoast(GeoPoint point, Jurisdiction? named)
    {
        if (named is null || shapes is not { IsApproximate: true } || tree.AncestorAt(named, JurisdictionLevel.State) is not { } state)
            return null;
        if (!s_coastalStates.Contains(state.Code))
            return null;
        return shapes.Nearest(point, ApproximateKm, named)
            ?? DistrictsOf(named).FirstOrDefault(part => part.Point is { } centre && Kilometres(point, centre) <= ApproximateKm);
    }

    private static IEnumerable<Jurisdiction> Located(JurisdictionTree tree) =>
        tree.All.Where(place => place.Level == JurisdictionLevel.District && place.Point is not null);

    private IEnumerable<Jurisdiction> DistrictsOf(Jurisdiction named) =>
        tree.AncestorAt(named, JurisdictionLevel.District) is { } one ? [one] : tree.Within(named, JurisdictionLevel.District);

    // Without boundaries: twice as far as the nearest district's point, and a hundred kilometres, for districts differ in size.
    private bool IsNear(GeoPoint point, Jurisdiction named, Jurisdiction district)
    {
        if (shapes is not null)
            return DistrictsOf(named).Any(part => shapes.IsNear(point, part, ApproximateKm, OfficialKm));
        var mostKm = 100 + 2 * Kilometres(point, district.Point!.Value);
        return DistrictsOf(named).Any(part => part.Point is not { } centre || Kilometres(point, centre) <= mostKm);
    }

    // By cells of at least 2 km.
    private Jurisdiction? NearestByPoint(GeoPoint point)
    {
        var key = MapCell.KeyOf(point);
        var cell = key >> (2 * (MapCell.KeyZoom - MapCell.SensitiveZoom));
        if (_nearest.TryGetValue(cell, out var known))
            return known;
        var (x, y) = MapCell.CellAt(key, MapCell.SensitiveZoom);
        return _nearest[cell] = Search(MapCell.CentreOf(MapCell.SensitiveZoom, x, y));
    }

    private Jurisdiction? Search(GeoPoint point)
    {
        Jurisdiction? nearest = null;
        var least = FarthestKm;
        var middle = Array.BinarySearch(_latitudes, point.Latitude);
        middle = middle < 0 ? ~middle : middle;
        for (var i = middle; i < _latitudes.Length && (_latitudes[i] - point.Latitude) * KmPerDegree <= least; i++)
            Compare(_districts[i]);
        for (var i = middle - 1; i >= 0 && (point.Latitude - _latitudes[i]) * KmPerDegree <= least; i--)
            Compare(_districts[i]);
        return nearest;

        void Compare(Jurisdiction district)
        {
            var distance = Kilometres(point, district.Point!.Value);
            if (distance <= least)
                (nearest, least) = (district, distance);
        }
    }

    // On the plane at the mean latitude: within half a percent at these distances.
    internal static double Kilometres(GeoPoint a, GeoPoint b)
    {
        var x = (a.Longitude - b.Longitude) * Math.Cos((a.Latitude + b.Latitude) / 2 * Math.PI / 180);
        var y = a.Latitude - b.Latitude;
        return Math.Sqrt(x * x + y * y) * KmPerDegree;
    }
}
