using System.Runtime.CompilerServices;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering.Partition;

/// <summary>
/// Lloyd's steps in double precision until no point changes its cluster. Bounds on the distances to the own and to the next
/// centre spare most comparisons (Hamerly 2010, §3) and change nothing.
/// </summary>
internal sealed class Refinement
{
    private const int MostRounds = 300;

    private readonly Spot[] _spots;
    private readonly Spot[] _centres;
    private readonly CentreSearch _search;
    private readonly double[] _moved;
    private readonly double[] _halfGaps;
    private readonly double[] _upper;
    private readonly double[] _lower;

    /// <param name="centres">First centres; moved in place.</param>
    public Refinement(Spot[] spots, Spot[] centres)
    {
        (_spots, _centres, _search) = (spots, centres, new CentreSearch(centres.Length));
        (_moved, _halfGaps) = (new double[centres.Length], new double[centres.Length]);
        (_upper, _lower, Labels) = (new double[spots.Length], new double[spots.Length], new int[spots.Length]);
    }

    /// <summary>Cluster of each point.</summary>
    public int[] Labels { get; }

    /// <summary>Mean of the points of each cluster.</summary>
    public ReadOnlySpan<Spot> Centres => _centres;

    public int Rounds { get; private set; }

    /// <summary>False: the last round still moved a point.</summary>
    public bool HasSettled { get; private set; }

    public void Run(CancellationToken cancellation)
    {
        _search.Update(_centres);
        for (var i = 0; i < _spots.Length; i++)
            Assign(i);
        while (!HasSettled && Rounds < MostRounds)
        {
            cancellation.ThrowIfCancellationRequested();
            MoveCentres();
            Rounds++;
            HasSettled = !Reassign();
        }
    }

    /// <summary>Sum of the squared distances of points to their centres, metres².</summary>
    public double Inertia()
    {
        var sum = 0.0;
        for (var i = 0; i < _spots.Length; i++)
            sum += Spot.Squared(_spots[i], _centres[Labels[i]]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Reassign()
    {
        var (farthest, second, first) = (0.0, 0.0, 0);
        for (var c = 0; c < _moved.Length; c++)
        {
            if (_moved[c] > farthest)
                (second, farthest, first) = (farthest, _moved[c], c);
            else
                second = Math.Max(second, _moved[c]);
        }

        HalfGaps();
        var hasChanged = false;
        for (var i = 0; i < _spots.Length; i++)
        {
            var label = Labels[i];
            _upper[i] += _moved[label];
            _lower[i] -= label == first ? second : farthest;
            var bound = Math.Max(_halfGaps[label], _lower[i]);
            if (_upper[i] < bound)
                continue;
            _upper[i] = Math.Sqrt(Spot.Squared(_spots[i], _centres[label]));
            if (_upper[i] < bound)
                continue;
            Assign(i);
            hasChanged |= Labels[i] != label;
        }

        return hasChanged;
    }

    /// <summary>Half the distance from each centre to the nearest other: nothing nearer to it is nearer to another.</summary>
    private void HalfGaps()
    {
        for (var a = 0; a < _centres.Length; a++)
        {
            var least = double.PositiveInfinity;
            for (var b = 0; b < _centres.Length; b++)
                least = a == b ? least : Math.Min(least, Spot.Squared(_centres[a], _centres[b]));
            _halfGaps[a] = Math.Sqrt(least) / 2;
        }
    }

    /// <summary>Finds the two nearest centres; of equals, the first.</summary>
    private void Assign(int point)
    {
        var (label, nearest, next) = _search.Find(_spots[point]);
        (Labels[point], _upper[point], _lower[point]) = (label, Math.Sqrt(nearest), Math.Sqrt(next));
    }

    private void MoveCentres()
    {
        var (sums, counts) = (new Spot[_centres.Length], new int[_centres.Length]);
        for (var i = 0; i < _spots.Length; i++)
        {
            ref var sum = ref sums[Labels[i]];
            sum = new Spot(sum.X + _spots[i].X, sum.Y + _spots[i].Y, sum.Z + _spots[i].Z);
            counts[Labels[i]]++;
        }

        for (var c = 0; c < _centres.Length; c++)
        {
            // One without points stays where it is.
            var mean = counts[c] == 0 ? _centres[c] : new Spot(sums[c].X / counts[c], sums[c].Y / counts[c], sums[c].Z / counts[c]);
            _moved[c] = Math.Sqrt(Spot.Squared(mean, _centres[c]));
            _centres[c] = mean;
        }

        _search.Update(_centres);
    }
}
