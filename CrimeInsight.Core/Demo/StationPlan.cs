using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Synthetic police stations: a state's official number of stations shared among its districts by residents, area and
/// urban share; in a district, towns first, the rest spread over the countryside so that no two crowd.
/// Deterministic: the plan has no seed, a district's stations depend only on the district.
/// </summary>
public static class StationPlan
{
    /// <summary>Fewest stations of a district with residents; one without has none.</summary>
    public const int LeastPerDistrict = 3;

    private const double ResidentsWeight = 0.7;
    private const int Stream = 0x57A7;

    /// <summary>Points tried for each station; the one farthest from the stations placed so far is kept.</summary>
    private const int Candidates = 8;

    /// <param name="stationsByState">Number of stations by code of state.</param>
    /// <param name="parts">Parts of all three kinds.</param>
    /// <returns>In the order of <paramref name="districts"/>, by code within a district.</returns>
    public static ImmutableArray<PlannedStation> Create(
        ImmutableArray<DemoDistrict> districts,
        ImmutableArray<DemoTown> towns,
        IReadOnlyDictionary<string, int> stationsByState,
        ImmutableArray<StationNamePart> parts)
    {
        var counts = CountsOf(districts, stationsByState);
        var grounds = DistrictGround.CreateAll(districts, towns);
        var plan = ImmutableArray.CreateBuilder<PlannedStation>();
        for (var i = 0; i < districts.Length; i++)
            if (counts[i] > 0)
                AddDistrict(plan, districts[i], grounds[i], counts[i], parts);
        return plan.ToImmutable();
    }

    /// <summary>Stations of each district: the state's number by weight, largest remainders first, at least three each.</summary>
    private static int[] CountsOf(ImmutableArray<DemoDistrict> districts, IReadOnlyDictionary<string, int> stationsByState)
    {
        var counts = new int[districts.Length];
        foreach (var state in Enumerable.Range(0, districts.Length).Where(i => districts[i].Population > 0).GroupBy(i => districts[i].StateCode))
        {
            var members = state.ToArray();
            var residents = members.Sum(i => (double)districts[i].Population);
            var area = members.Sum(i => districts[i].AreaKm2);
            var weights = members.Select(i => (0.8 + 0.4 * districts[i].UrbanShare)
                * (ResidentsWeight * districts[i].Population / residents + (1 - ResidentsWeight) * districts[i].AreaKm2 / area)).ToArray();
            var least = LeastPerDistrict * members.Length;
            var total = Math.Max(stationsByState.GetValueOrDefault(state.Key), least);
            var shares = LargestRemainder.Share(total - least, ExcessWeights(weights, total));
            for (var k = 0; k < members.Length; k++)
                counts[members[k]] = LeastPerDistrict + shares[k];
        }

        return counts;
    }

    // What each would get beyond the least, so that the least does not favour small districts twice.
    private static double[] ExcessWeights(double[] weights, int total)
    {
        var sum = weights.Sum();
        return [.. weights.Select(weight => Math.Max(weight / sum * total - LeastPerDistrict, 1e-6))];
    }

    private static void AddDistrict(
        ImmutableArray<PlannedStation>.Builder plan,
        DemoDistrict district,
        DistrictGround ground,
        int count,
        ImmutableArray<StationNamePart> parts)
    {
        var random = new DemoRandom(Stream, district.Ordinal);
        var special = StationNamer.SpecialCount(count);
        var urbanShare = Math.Clamp(district.UrbanShare, 0.15, 1);
        var urban = Math.Clamp((int)Math.Round((count - special) * urbanShare, MidpointRounding.AwayFromZero), 1, count - special);
        var points = PointsOf(ground, urban, count - urban - special, special, random);
        var names = new StationNamer(district, parts, random).Create(urban, count - urban - special, special);
        for (var i = 0; i < count; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{district.Code}-{i + 1:D3}");
            plan.Add(new PlannedStation(code, district.Code, names[i], points[i]));
        }
    }

    private static List<GeoPoint> PointsOf(DistrictGround ground, int urban, int rural, int special, DemoRandom random)
    {
        var points = new List<GeoPoint>();
        var byTown = LargestRemainder.Share(urban, [.. ground.Towns.Select(town => town.Residents)]);
        for (var t = 0; t < byTown.Length; t++)
        {
            var town = ground.Towns[t];
            for (var i = 0; i < byTown[t]; i++)
                points.Add(Place(() => ground.InDisc(town.Point, town.RadiusMetres, random), points, ground.Extent));
        }

        for (var i = 0; i < rural; i++)
            points.Add(Place(() => ground.Extent.Anywhere(random), points, ground.Extent));
        for (var i = 0; i < special; i++)
            points.Add(Place(() => ground.InDisc(ground.Towns[0].Point, ground.Towns[0].RadiusMetres / 2, random), points, ground.Extent));
        return points;
    }

    private static GeoPoint Place(Func<GeoPoint> propose, List<GeoPoint> placed, DistrictExtent extent)
    {
        var best = propose();
        var bestDistance = -1.0;
        for (var i = 0; i < Candidates; i++)
        {
            var candidate = Round(propose());
            if (!extent.Contains(candidate))
                continue;
            var distance = double.MaxValue;
            foreach (var other in placed)
                distance = Math.Min(distance, extent.Scale.Metres(candidate, other));
            if (distance > bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    private static GeoPoint Round(GeoPoint point) => new(Math.Round(point.Latitude, 5), Math.Round(point.Longitude, 5));
}
