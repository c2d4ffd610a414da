using System.Globalization;
using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>
/// All pairs of events within the largest limit, by row: the same place, then the bands of distance. Found by a grid of cells
/// as wide as that limit. Events are renumbered by cell, so that the two of a pair are near in memory, too.
/// </summary>
internal sealed class NearPairs
{
    /// <summary>Most pairs kept (8 bytes each).</summary>
    private const long MostPairs = 150_000_000;

    /// <summary>Cells of the grid either way from the origin at most.</summary>
    private const double MostCells = 1 << 20;

    private readonly List<(int First, int Second)>[] _rows;

    private NearPairs(int[] events, List<(int First, int Second)>[] rows) => (Events, _rows) = (events, rows);

    /// <summary>The request's position of each event as numbered here.</summary>
    public int[] Events { get; }

    public int Rows => _rows.Length;

    public long Count => _rows.Sum(row => (long)row.Count);

    public ReadOnlySpan<(int First, int Second)> this[int row] => CollectionsMarshal.AsSpan(_rows[row]);

    /// <exception cref="ArgumentException">Too many pairs for memory; the message names the remedy.</exception>
    public static NearPairs Of(KnoxRequest request, CancellationToken cancellationToken)
    {
        var (points, dimensions) = (request.Places, request.Places.Dimensions);
        var coordinates = new double[points.Count * dimensions];
        points.Embed(coordinates);
        var farthest = points.ChordOf(request.DistanceLimitsMetres[^1]) * (1 + 1e-12);
        var grid = new PairGrid(coordinates, dimensions, Math.Max(farthest, coordinates.Max(Math.Abs) / MostCells));
        double[] limits = [request.SamePlaceMetres, .. request.DistanceLimitsMetres];
        var rows = Array.ConvertAll(limits, _ => new List<(int, int)>());
        var kept = 0L;
        for (var number = 0; number < grid.Events.Length; number++)
        {
            if (number % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var at = grid.Events[number];
            foreach (var (first, until) in grid.Around(number))
            {
                for (var other = Math.Max(first, number + 1); other < until; other++)
                {
                    var to = grid.Events[other];
                    if (Square(coordinates, dimensions, at, to) > farthest * farthest)
                        continue;
                    var row = RowOf(limits, points.Metres(at, to));
                    if (row == limits.Length)
                        continue;
                    rows[row].Add((number, other));
                    if (++kept > MostPairs)
                        throw new ArgumentException(
                            string.Create(CultureInfo.InvariantCulture,
                                $"More than {MostPairs} pairs of events are within {limits[^1]} metres; lower the largest distance or take a part of the "
                                    + $"events."), nameof(request));
                }
            }
        }

        return new NearPairs(grid.Events, rows);
    }

    private static int RowOf(double[] limits, double metres)
    {
        var row = 0;
        while (row < limits.Length && metres > limits[row])
            row++;
        return row;
    }

    private static double Square(double[] coordinates, int dimensions, int from, int to)
    {
        var square = 0.0;
        for (var d = 0; d < dimensions; d++)
        {
            var difference = coordinates[to * dimensions + d] - coordinates[from * dimensions + d];
            square += difference * difference;
        }

        return square;
    }
}
