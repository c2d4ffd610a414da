using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A built-up place of a district, with the radius it covers at a usual density.</summary>
internal sealed record DistrictTown(GeoPoint Point, double Residents, double RadiusMetres)
{
    /// <summary>Residents per km² of a usual Indian town, from which its radius follows.</summary>
    private const double ResidentsPerKm2 = 10_000;
    private const double LeastRadiusMetres = 1_200;
    private const double MostRadiusMetres = 15_000;

    /// <summary>Share of a district's urban residents that its seat is taken to hold when no town is listed.</summary>
    private const double SeatShare = 0.6;
    private const double LeastSeatResidents = 8_000;

    /// <summary>The listed towns, largest first; the district's own point when none is listed.</summary>
    public static DistrictTown[] Of(DemoDistrict district, IEnumerable<DemoTown> towns)
    {
        var urban = Math.Max(district.Population * district.UrbanShare, LeastSeatResidents);
        var listed = towns.OrderByDescending(town => town.Population).ToArray();
        if (listed.Length == 0)
            return [Create(district.Point, Math.Max(urban * SeatShare, LeastSeatResidents), district.AreaKm2)];

        // A city's list figure may be newer or wider than the census district: never more than its urban residents.
        var total = listed.Sum(town => (double)town.Population);
        var scale = Math.Min(1, urban / total);
        return [.. listed.Select(town => Create(town.Point, Math.Max(town.Population * scale, 1), district.AreaKm2))];
    }

    private static DistrictTown Create(GeoPoint point, double residents, double districtAreaKm2)
    {
        var radius = 1000 * Math.Sqrt(residents / ResidentsPerKm2 / Math.PI);
        var most = Math.Min(MostRadiusMetres, 1000 * Math.Sqrt(districtAreaKm2 / Math.PI));
        return new DistrictTown(point, residents, Math.Min(Math.Max(radius, LeastRadiusMetres), most));
    }
}
