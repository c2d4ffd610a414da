using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// Weights for <see cref="PowerCells"/> that bring each district's share of its outline near its share of the official
/// areas, as far as every site stays well inside its own cell. Damped fixed-point iteration on a grid of samples:
/// w ← w + λ(target − area), then w_j ≤ w_i + μ·|s_i − s_j|² for sites of different districts.
/// (Aurenhammer, Hoffmann &amp; Aronov 1998, Minkowski-type theorems and least-squares clustering, doi:10.1007/PL00009187.)
/// </summary>
internal static class AreaWeights
{
    private const int Rounds = 40;
    private const int SamplesPerSite = 25;
    private const double Damping = 0.3;

    /// <summary>Share μ of the squared distance; below 1, so that a site keeps its cell.</summary>
    private const double Margin = 0.6;

    /// <param name="area">The outline.</param>
    /// <param name="groups">District index of each site.</param>
    /// <param name="officialAreas">Area by district index, any unit; null when one is unknown, which gives no weights.</param>
    public static double[] Fit(IPreparedGeometry area, IReadOnlyList<GeoPoint> sites, IReadOnlyList<int> groups, IReadOnlyList<double>? officialAreas)
    {
        var weights = new double[sites.Count];
        if (officialAreas is null || officialAreas.Count < 2)
            return weights;
        var latitude = area.Geometry.EnvelopeInternal.Centre.Y;
        var cosLatitude = Math.Cos(double.DegreesToRadians(latitude));
        var samples = Samples(area, SamplesPerSite * sites.Count);
        var (sampleArea, total) = (area.Geometry.Area * cosLatitude / Math.Max(1, samples.Count), officialAreas.Sum());
        var districtWeights = new double[officialAreas.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var cells = new PowerCells(sites, weights, latitude);
            var found = new double[officialAreas.Count];
            foreach (var sample in samples)
                found[groups[cells.OwnerOf(sample.X, sample.Y)]] += sampleArea;
            for (var district = 0; district < found.Length; district++)
                districtWeights[district] += Damping * (officialAreas[district] / total * sampleArea * samples.Count - found[district]);
            Bound(districtWeights, sites, groups, cosLatitude);
            for (var site = 0; site < weights.Length; site++)
                weights[site] = districtWeights[groups[site]];
        }

        return weights;
    }

    // Only lowers weights, so it ends; a few passes reach the fixed point.
    private static void Bound(double[] weights, IReadOnlyList<GeoPoint> sites, IReadOnlyList<int> groups, double cosLatitude)
    {
        for (var (pass, changed) = (0, true); changed && pass < weights.Length; pass++)
        {
            changed = false;
            for (var i = 0; i < sites.Count; i++)
                for (var j = 0; j < sites.Count; j++)
                {
                    var (x, y) = ((sites[i].Longitude - sites[j].Longitude) * cosLatitude, sites[i].Latitude - sites[j].Latitude);
                    var most = weights[groups[i]] + Margin * (x * x + y * y);
                    if (groups[i] == groups[j] || weights[groups[j]] <= most)
                        continue;
                    weights[groups[j]] = most;
                    changed = true;
                }
        }
    }

    private static List<Coordinate> Samples(IPreparedGeometry area, int wanted)
    {
        var box = area.Geometry.EnvelopeInternal;
        var step = Math.Sqrt(area.Geometry.Area / wanted);
        var samples = new List<Coordinate>(wanted);
        for (var y = box.MinY + step / 2; y < box.MaxY; y += step)
            for (var x = box.MinX + step / 2; x < box.MaxX; x += step)
                if (area.Contains(BoundaryGrid.Factory.CreatePoint(new Coordinate(x, y))))
                    samples.Add(new Coordinate(x, y));
        return samples;
    }
}
