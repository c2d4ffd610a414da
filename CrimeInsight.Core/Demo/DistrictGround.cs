using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>A district's extent and towns.</summary>
internal sealed record DistrictGround(DistrictExtent Extent, DistrictTown[] Towns)
{
    private const int MostTries = 12;

    public static DistrictGround[] CreateAll(ImmutableArray<DemoDistrict> districts, ImmutableArray<DemoTown> towns)
    {
        var townsOf = towns.ToLookup(town => town.DistrictCode);
        var grounds = new DistrictGround[districts.Length];
        var near = new List<GeoPoint>();
        for (var i = 0; i < grounds.Length; i++)
        {
            var district = districts[i];
            var scale = DegreeScale.At(district.Point);
            var reach = 2000 * Math.Sqrt(district.AreaKm2 / Math.PI);
            near.Clear();
            foreach (var other in districts)
                if (other.Code != district.Code && scale.Metres(district.Point, other.Point) < reach)
                    near.Add(other.Point);
            var own = DistrictTown.Of(district, townsOf[district.Code]);
            grounds[i] = new DistrictGround(new DistrictExtent(district, own, CollectionsMarshal.AsSpan(near)), own);
        }

        return grounds;
    }

    /// <summary>A point spread evenly over a disc, within the extent; the centre when none of a few tries is.</summary>
    public GeoPoint InDisc(GeoPoint centre, double radiusMetres, DemoRandom random)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var (x, y) = (2 * random.NextUnit() - 1, 2 * random.NextUnit() - 1);
            if (x * x + y * y > 1)
                continue;
            var point = Extent.Scale.Move(centre, x * radiusMetres, y * radiusMetres);
            if (Extent.Contains(point))
                return point;
        }

        return centre;
    }
}
