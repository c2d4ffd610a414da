using System.Runtime.InteropServices;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>
/// Which of many places lie within ε of a cluster's core points, for one set of clusters after another. Places in cells of side
/// ε/√2 are all within ε of each other, so a cell with a core point belongs to its cluster, whole (Gan and Tao 2015, §4).
/// </summary>
/// <remarks>Reads only, once built: threads may share it. Places are in order of cells; <see cref="Order"/> leads back.</remarks>
internal sealed class ClusterRegions
{
    private const double Hair = 1e-6;
    private const int Reach = 2;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _starts;
    private readonly int[] _near;
    private readonly int[] _nearStarts;
    private readonly double _squaredEps;

    public ClusterRegions(MetrePoints places, double epsMetres)
    {
        _squaredEps = epsMetres * epsMetres;
        var side = epsMetres / Math.Sqrt(2) * (1 - Hair);
        var (west, south) = (places.X.DefaultIfEmpty().Min(), places.Y.DefaultIfEmpty().Min());
        var cells = new Dictionary<(int Row, int Column), List<int>>();
        for (var i = 0; i < places.Count; i++)
            (CollectionsMarshal.GetValueRefOrAddDefault(cells, ((int)((places.Y[i] - south) / side), (int)((places.X[i] - west) / side)), out _) ??= []).Add(i);
        (int Row, int Column)[] keys = [.. cells.Keys.Order()];
        Order = [.. keys.SelectMany(key => cells[key])];
        (_x, _y) = (Array.ConvertAll(Order, i => places.X[i]), Array.ConvertAll(Order, i => places.Y[i]));
        (_starts, CellOf) = (new int[keys.Length + 1], new int[Order.Length]);
        for (var cell = 0; cell < keys.Length; cell++)
        {
            _starts[cell + 1] = _starts[cell] + cells[keys[cell]].Count;
            CellOf.AsSpan(_starts[cell]..(_starts[cell + 1])).Fill(cell);
        }

        (_near, _nearStarts) = NearOf(keys);
    }

    /// <summary>The place at each position, as it was given.</summary>
    public int[] Order { get; }

    /// <summary>Of each position.</summary>
    public int[] CellOf { get; }

    public int CellCount => _starts.Length - 1;

    /// <summary>The places at some positions.</summary>
    public MetrePoints At(ReadOnlySpan<int> positions)
    {
        var (x, y) = (new double[positions.Length], new double[positions.Length]);
        for (var i = 0; i < positions.Length; i++)
            (x[i], y[i]) = (_x[positions[i]], _y[positions[i]]);
        return new MetrePoints(x, y);
    }

    /// <summary>The cluster each place is in reach of; −1: none.</summary>
    /// <param name="members">Of the clustered places among all.</param>
    /// <param name="found">Their clusters.</param>
    public static int[] LabelsOf(MetrePoints places, double epsMetres, int[] members, DensityReport found)
    {
        var labels = new int[places.Count];
        Array.Fill(labels, DensityReport.Noise);
        var regions = new ClusterRegions(places, epsMetres);
        var (positions, arranged) = regions.Arrange(members, found);
        regions.Visit(positions, arranged, new CellCores[regions.CellCount], (position, label) => labels[regions.Order[position]] = label);
        return labels;
    }

    /// <summary>Clustered places in order of cells.</summary>
    public (int[] Positions, DensityReport Found) Arrange(int[] members, DensityReport found)
    {
        var memberOf = new int[Order.Length];
        Array.Fill(memberOf, -1);
        for (var i = 0; i < members.Length; i++)
            memberOf[members[i]] = i;
        int[] positions = [.. Enumerable.Range(0, Order.Length).Where(position => memberOf[Order[position]] >= 0)];
        int[] from = Array.ConvertAll(positions, position => memberOf[Order[position]]);
        return (positions, new DensityReport(found.ClusterCount, [.. from.Select(i => found.Labels[i])], [.. from.Select(i => found.IsCore[i])]));
    }

    /// <summary>Tells each place within reach, with its cluster; a place that several reach is the lowest's, unless its cell is another's.</summary>
    /// <param name="positions">Of the clustered places, ascending.</param>
    /// <param name="coresOf">Working space: as many as cells.</param>
    /// <param name="tell">Position and cluster, each position once.</param>
    public void Visit(ReadOnlySpan<int> positions, DensityReport found, CellCores[] coresOf, Action<int, int> tell)
    {
        Array.Clear(coresOf);
        var cores = new List<int>();
        for (var i = 0; i < positions.Length; i++)
        {
            if (!found.IsCore[i])
                continue;
            ref var own = ref coresOf[CellOf[positions[i]]];
            if (own.Count == 0)
                own = new CellCores(found.Labels[i], cores.Count, 0);
            own = own with { Count = own.Count + 1 };
            cores.Add(positions[i]);
        }

        for (var cell = 0; cell < coresOf.Length; cell++)
        {
            if (coresOf[cell].Count > 0)
            {
                for (var at = _starts[cell]; at < _starts[cell + 1]; at++)
                    tell(at, coresOf[cell].Label);
            }
            else
            {
                VisitBorder(cell, CollectionsMarshal.AsSpan(cores), coresOf, tell);
            }
        }
    }

    private void VisitBorder(int cell, ReadOnlySpan<int> cores, CellCores[] coresOf, Action<int, int> tell)
    {
        var near = _near.AsSpan(_nearStarts[cell]..(_nearStarts[cell + 1]));
        var hasCores = false;
        foreach (var other in near)
            hasCores |= coresOf[other].Count > 0;
        if (!hasCores)
            return;
        for (var at = _starts[cell]; at < _starts[cell + 1]; at++)
        {
            var lowest = int.MaxValue;
            foreach (var other in near)
            {
                var own = coresOf[other];
                if (own.Count > 0 && own.Label < lowest && IsNear(at, cores.Slice(own.From, own.Count)))
                    lowest = own.Label;
            }

            if (lowest != int.MaxValue)
                tell(at, lowest);
        }
    }

    private bool IsNear(int at, ReadOnlySpan<int> cores)
    {
        foreach (var core in cores)
        {
            var (x, y) = (_x[core] - _x[at], _y[core] - _y[at]);
            if (x * x + y * y <= _squaredEps)
                return true;
        }

        return false;
    }

    private static (int[] Near, int[] Starts) NearOf((int Row, int Column)[] keys)
    {
        var numbers = new Dictionary<(int, int), int>(keys.Length);
        for (var cell = 0; cell < keys.Length; cell++)
            numbers.Add(keys[cell], cell);
        var (near, starts) = (new List<int>(), new int[keys.Length + 1]);
        for (var cell = 0; cell < keys.Length; cell++)
        {
            for (var row = -Reach; row <= Reach; row++)
            {
                for (var column = -Reach; column <= Reach; column++)
                {
                    if ((row, column) != (0, 0) && numbers.TryGetValue((keys[cell].Row + row, keys[cell].Column + column), out var other))
                        near.Add(other);
                }
            }

            starts[cell + 1] = near.Count;
        }

        return ([.. near], starts);
    }
}
