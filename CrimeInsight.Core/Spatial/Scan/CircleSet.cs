using System.Globalization;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// All circles around each place: its neighbours by distance, and after which of them a circle ends. Places at the same
/// distance (within a relative 1e-9) enter together, since a circle holds all places up to its radius. O(n² log n).
/// </summary>
internal sealed class CircleSet
{
    /// <summary>Most neighbours kept for all centres together (4 bytes each).</summary>
    private const long MostNeighbours = 250_000_000;

    private const double Tie = 1e-9;
    private const double Rounding = 1e-12;

    private readonly int[][] _places;
    private readonly int[][] _ends;

    private CircleSet(int[][] places, int[][] ends) => (_places, _ends) = (places, ends);

    public int Count => _places.Length;

    /// <summary>Circles of all centres.</summary>
    public long Circles => _ends.Sum(ends => (long)ends.Length);

    /// <summary>Places around a centre, nearest first, as far as its largest circle.</summary>
    public ReadOnlySpan<int> Places(int centre) => _places[centre];

    /// <summary>For each circle of a centre, from small to large, the number of its places.</summary>
    public ReadOnlySpan<int> Ends(int centre) => _ends[centre];

    /// <param name="weights">Share of a place in the whole is its weight ÷ their sum.</param>
    /// <exception cref="ArgumentException">Too many neighbours for memory; the message names the remedy.</exception>
    public static CircleSet Of(PointSet points, double[] weights, double maxShare, double? maxRadiusMetres, ParallelOptions options)
    {
        var (count, dimensions) = (points.Count, points.Dimensions);
        var coordinates = new double[(long)count * dimensions];
        points.Embed(coordinates);
        var most = maxShare * weights.Sum() * (1 + Rounding);
        var reach = maxRadiusMetres is { } metres ? points.ChordOf(metres) * (1 + Tie) : double.PositiveInfinity;
        var (places, ends) = (new int[count][], new int[count][]);
        var kept = 0L;
        Parallel.For(0, count, options, () => (Keys: new double[count], Order: new int[count], Ends: new List<int>()), (centre, _, room) =>
        {
            var length = Near(coordinates, dimensions, centre, reach * reach, room.Keys, room.Order);
            Array.Sort(room.Keys, room.Order, 0, length);
            Cut(room.Keys.AsSpan(0, length), room.Order, weights, most, room.Ends);
            (places[centre], ends[centre]) = (room.Order[..(room.Ends.Count == 0 ? 0 : room.Ends[^1])], [.. room.Ends]);
            if (Interlocked.Add(ref kept, places[centre].Length) > MostNeighbours)
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture,
                        $"{count} places have more than {MostNeighbours} neighbours within the largest circles; give a maximum radius or a smaller share."));
            return room;
        }, _ => { });
        return new CircleSet(places, ends);
    }

    private static int Near(double[] coordinates, int dimensions, int centre, double mostSquare, double[] keys, int[] order)
    {
        var (count, length) = (order.Length, 0);
        for (var place = 0; place < count; place++)
        {
            var square = 0.0;
            for (var d = 0; d < dimensions; d++)
            {
                var difference = coordinates[place * dimensions + d] - coordinates[centre * dimensions + d];
                square += difference * difference;
            }

            if (square > mostSquare)
                continue;
            // The centre comes before others at the same point.
            (keys[length], order[length]) = (place == centre ? -1 : square, place);
            length++;
        }

        return length;
    }

    private static void Cut(ReadOnlySpan<double> squares, int[] order, double[] weights, double most, List<int> ends)
    {
        ends.Clear();
        var weight = 0.0;
        for (var i = 0; i < squares.Length; i++)
        {
            weight += weights[order[i]];
            if (weight > most)
                return;
            if (i + 1 == squares.Length || squares[i + 1] > Math.Max(0, squares[i]) * (1 + Tie))
                ends.Add(i + 1);
        }
    }
}
