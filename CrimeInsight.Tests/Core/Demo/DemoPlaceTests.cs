using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>Planted effects in space come back out of the incidents.</summary>
public sealed class DemoPlaceTests
{
    [Fact]
    public void Places_Exact_LieOnTheirDistrict()
    {
        var sample = DemoSample.All;
        var ground = DemoGround.OfSeed();
        var outside = sample.Incidents.Count(incident => incident is { Precision: LocationPrecision.Exact, Place: { } place }
            && !IsContagious(sample, incident) && !ground[sample.District[incident.JurisdictionOrdinal]].Extent.Contains(place));

        // Rounding to about a metre may carry a point over the edge of a cell.
        Assert.InRange(outside, 0, sample.Incidents.Length / 10_000);
    }

    [Fact]
    public void Places_All_LieNearTheirDistrictAndInIndia()
    {
        var sample = DemoSample.All;
        var districts = sample.Inputs.Districts.ToDictionary(district => district.Code);
        var towns = DemoGround.OfSeed();
        foreach (var incident in sample.Incidents)
        {
            if (incident.Place is not { } place)
                continue;
            var district = districts[sample.District[incident.JurisdictionOrdinal]];
            var scale = DegreeScale.At(district.Point);
            var allowance = incident.Precision == LocationPrecision.Cell ? 4_000 : 1_000;
            var radius = 1000 * Math.Sqrt(district.AreaKm2 / Math.PI);
            var isNear = scale.Metres(district.Point, place) <= radius + allowance
                || towns[district.Code].Towns.Any(town => scale.Metres(town.Point, place) <= 0.06 * radius + 2_000 + allowance);
            Assert.True(isNear, $"{incident.SourceReference} at {place}");
            Assert.InRange(place.Latitude, 6.5, 37.2);
            Assert.InRange(place.Longitude, 68, 97.5);
        }
    }

    [Fact]
    public void Contains_BoundaryGiven_FollowsIt()
    {
        var square = DemoSeed.Inputs.Districts[0] with
        {
            Point = new GeoPoint(20.5, 80.5),
            Boundary = [[new(20, 80), new(20, 81), new(21, 81), new(21, 80)], [new(20.2, 80.2), new(20.2, 80.4), new(20.4, 80.4), new(20.4, 80.2)]],
        };
        var extent = new DistrictExtent(square, [], []);
        Assert.True(extent.Contains(new GeoPoint(20.7, 80.7)));
        Assert.False(extent.Contains(new GeoPoint(20.3, 80.3)));
        Assert.False(extent.Contains(new GeoPoint(21.01, 80.5)));
        var random = new DemoRandom(1, 1);
        Assert.All(Enumerable.Range(0, 500), _ => Assert.True(extent.Contains(extent.Anywhere(random))));
    }

    [Fact]
    public void Hotspots_RobberyNearThem_IsFarMoreThanChance()
    {
        var sample = DemoSample.Property;
        var hotspots = sample.Generator.Truth.Hotspots.ToLookup(hotspot => hotspot.DistrictCode);
        var share = ShareNear(sample, hotspots, 0);
        Assert.InRange(share, PlantedEffects.HotspotShareOf("robbery") * 0.85, PlantedEffects.HotspotShareOf("robbery") + 0.15);
        Assert.InRange(ShareNear(sample, hotspots, 3_000), 0, 0.15);
    }

    [Theory]
    [InlineData("burglary")]
    [InlineData("auto-theft")]
    public void NearRepeats_OfAContagiousHead_ComeAtTheirShare(string head)
    {
        var planted = PlantedEffects.Contagions.Single(contagion => contagion.HeadCode == head).Share;
        Assert.InRange(ExcessFollowers(head), 0.8 * planted, 1.35 * planted);
    }

    [Theory]
    [InlineData("other-theft")]
    [InlineData("robbery")]
    public void NearRepeats_OfOtherHeads_AreNoMoreThanChance(string head) => Assert.InRange(ExcessFollowers(head), -0.02, 0.02);

    private static bool IsContagious(DemoSample sample, Incident incident) =>
        PlantedEffects.Contagions.Any(contagion => contagion.HeadCode == sample.Code[incident.HeadId]);

    // Share of robberies within 2.5 spreads of a hotspot moved east by some metres.
    private static double ShareNear(DemoSample sample, ILookup<string, Hotspot> hotspots, double shiftMetres)
    {
        var (near, all) = (0, 0);
        foreach (var incident in sample.Of("robbery"))
            if (incident is { Precision: LocationPrecision.Exact, Place: { } place })
            {
                all++;
                var scale = DegreeScale.At(place);
                near += hotspots[sample.District[incident.JurisdictionOrdinal]]
                    .Any(hotspot => scale.Metres(scale.Move(hotspot.Centre, shiftMetres, 0), place) < 2.5 * hotspot.SpreadMetres) ? 1 : 0;
            }

        return near / (double)all;
    }

    // Share of exactly placed cases with an earlier one within 200 m and 14 days, less the same after dates are shuffled
    // over all districts, over the share of parents that are exactly placed themselves.
    private static double ExcessFollowers(string head)
    {
        var sample = DemoSample.Property;
        var exact = sample.Of(head).Where(incident => incident.Precision == LocationPrecision.Exact).ToList();
        var shuffled = exact.Select(incident => incident.OccurredOn.DayNumber).ToArray();
        new Random(5).Shuffle(shuffled);
        var (observed, byChance) = (0, 0);
        foreach (var district in exact.Select((incident, i) => (incident, i)).GroupBy(pair => sample.District[pair.incident.JurisdictionOrdinal]))
        {
            var points = district.Select(pair => pair.incident.Place!.Value).ToArray();
            observed += Followers(points, [.. district.Select(pair => pair.incident.OccurredOn.DayNumber)]);
            byChance += Followers(points, [.. district.Select(pair => shuffled[pair.i])]);
        }

        return (observed - byChance) / (double)exact.Count / (exact.Count / (double)sample.Of(head).Count());
    }

    private static int Followers(GeoPoint[] points, int[] days)
    {
        var followers = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var scale = DegreeScale.At(points[i]);
            for (var j = 0; j < points.Length; j++)
                if (j != i && days[i] - days[j] is >= 0 and <= 14 && (days[i] > days[j] || i > j) && scale.Metres(points[i], points[j]) <= 205)
                {
                    followers++;
                    break;
                }
        }

        return followers;
    }
}
