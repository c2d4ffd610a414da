using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>Where a district's incidents lie: planted hotspots, and around stations as residents live.</summary>
internal sealed class DistrictPlaces
{
    /// <summary>Stream of random numbers apart from those of incidents.</summary>
    private const int PlaceStream = -2;
    private const double UrbanHotspotShare = 0.75;
    private const double LeanFactor = 2.5;
    private const int FewestHotspots = 3;
    private const int MostHotspots = 12;
    private const int MostTries = 6;

    private readonly DistrictGround _ground;
    private readonly DemoStation[] _stations;
    private readonly double[] _spreadMetres;
    private readonly AliasTable[] _stationTables;
    private readonly AliasTable _hotspotTable;
    private readonly int[] _hotspotStations;

    public DistrictPlaces(DemoDistrict district, DistrictGround ground, IEnumerable<DemoStation> stations, DemoRequest request)
    {
        _ground = ground;
        _stations = [.. stations];
        if (_stations.Length == 0)
            _stations = [new DemoStation(district.Code, district.Ordinal, district.Point)];
        _spreadMetres = SpreadOf(_stations);
        _stationTables = StationTables(district);
        var random = new DemoRandom(request.Seed, district.Ordinal, PlaceStream);
        (Hotspots, _hotspotStations) = Plant(district, random);
        _hotspotTable = new AliasTable([.. Hotspots.Select(hotspot => hotspot.Strength)]);
    }

    public ImmutableArray<Hotspot> Hotspots { get; }

    public int OrdinalOf(int station) => _stations[station].Ordinal;

    public GeoPoint PointOf(int station) => _stations[station].Point;

    /// <summary>A place of the background or, with the profile's share, of a hotspot.</summary>
    public (int Station, GeoPoint Point) Sample(HeadProfile profile, DemoRandom random)
    {
        if (random.NextUnit() < profile.HotspotShare)
        {
            var hotspot = _hotspotTable.Sample(random);
            return (_hotspotStations[hotspot], Scatter(Hotspots[hotspot].Centre, Hotspots[hotspot].SpreadMetres, random));
        }

        var station = _stationTables[(int)profile.Lean].Sample(random);
        return (station, Scatter(_stations[station].Point, _spreadMetres[station], random));
    }

    /// <summary>A point close to another, no farther than a distance, within the extent.</summary>
    public GeoPoint Near(GeoPoint centre, ContagionTruth contagion, DemoRandom random)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var (x, y) = (random.NextNormal() * contagion.SpreadMetres, random.NextNormal() * contagion.SpreadMetres);
            if (x * x + y * y < contagion.MostMetres * contagion.MostMetres)
                return _ground.Extent.Scale.Move(centre, x, y);
        }

        return centre;
    }

    private GeoPoint Scatter(GeoPoint centre, double spreadMetres, DemoRandom random)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var point = _ground.Extent.Scale.Move(centre, random.NextNormal() * spreadMetres, random.NextNormal() * spreadMetres);
            if (_ground.Extent.Contains(point))
                return point;
        }

        return centre;
    }

    // Half the way to the next station.
    private double[] SpreadOf(DemoStation[] stations)
    {
        const double Least = 250;
        const double Most = 5_000;
        return [.. stations.Select((station, i) =>
        {
            var nearest = stations.Where((_, j) => j != i)
                .Select(other => _ground.Extent.Scale.Metres(station.Point, other.Point))
                .DefaultIfEmpty(_ground.Extent.RadiusMetres).Min();
            return Math.Clamp(nearest / 2, Least, Most);
        })];
    }

    private AliasTable[] StationTables(DemoDistrict district)
    {
        var town = _stations.Select(TownOf).ToArray();
        var perTown = new int[_ground.Towns.Length];
        foreach (var t in town)
            if (t >= 0)
                perTown[t]++;
        var ruralStations = Math.Max(town.Count(t => t < 0), 1);
        var townResidents = _ground.Towns.Sum(t => t.Residents);
        var rural = Math.Max(district.Population - townResidents, 0.05 * townResidents) / ruralStations;
        double[] even = [.. town.Select(t => t < 0 ? rural : _ground.Towns[t].Residents / perTown[t])];
        return
        [
            new AliasTable(even),
            new AliasTable([.. even.Select((weight, i) => town[i] < 0 ? weight : weight * LeanFactor)]),
            new AliasTable([.. even.Select((weight, i) => town[i] < 0 ? weight * LeanFactor : weight)]),
        ];
    }

    private int TownOf(DemoStation station) =>
        Array.FindIndex(_ground.Towns, town => _ground.Extent.Scale.Metres(town.Point, station.Point) <= town.RadiusMetres * 1.02);

    private (ImmutableArray<Hotspot> Hotspots, int[] Stations) Plant(DemoDistrict district, DemoRandom random)
    {
        var count = FewestHotspots;
        for (var residents = 400_000.0; residents < district.Population && count < MostHotspots; residents *= 1.5)
            count++;
        var total = Enumerable.Range(1, count).Sum(rank => 1.0 / rank);
        var towns = new AliasTable([.. _ground.Towns.Select(town => town.Residents)]);
        var hotspots = ImmutableArray.CreateBuilder<Hotspot>(count);
        var owners = new int[count];
        for (var i = 0; i < count; i++)
        {
            var town = _ground.Towns[towns.Sample(random)];
            var centre = i == 0 ? AtFirstStation(random)
                : random.NextUnit() < UrbanHotspotShare ? _ground.InDisc(town.Point, 0.7 * town.RadiusMetres, random)
                : _ground.InDisc(_stations[random.NextIndex(_stations.Length)].Point, 1_000, random);
            owners[i] = Nearest(centre);
            var spread = 120 + 230 * random.NextUnit();
            hotspots.Add(new Hotspot(district.Code, _stations[owners[i]].Ordinal, centre, spread, 1.0 / (i + 1) / total));
        }

        return (hotspots.ToImmutable(), owners);
    }

    // The strongest hotspot makes the first station, of the largest town, the busiest of its district.
    private GeoPoint AtFirstStation(DemoRandom random)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var point = _ground.InDisc(_stations[0].Point, 600, random);
            if (Nearest(point) == 0)
                return point;
        }

        return _stations[0].Point;
    }

    private int Nearest(GeoPoint point)
    {
        var best = 0;
        for (var i = 1; i < _stations.Length; i++)
            if (_ground.Extent.Scale.Metres(point, _stations[i].Point) < _ground.Extent.Scale.Metres(point, _stations[best].Point))
                best = i;
        return best;
    }
}
