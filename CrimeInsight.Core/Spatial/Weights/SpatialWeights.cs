using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Weights;

/// <summary>
/// Who is a neighbour of whom, and how much: a sparse matrix by rows. A place is never its own neighbour (Gi* adds it).
/// Places without neighbours are islands. Immutable; the same object serves any number of analyses at once.
/// </summary>
public sealed class SpatialWeights
{
    /// <summary>Most links a matrix may have.</summary>
    public const int MostLinks = 100_000_000;

    private const double MostTimesMiddle = 3;
    private const double MostTimesUsual = 1.5;
    private const double UsualShare = 0.95;

    private readonly int[] _starts;
    private readonly int[] _neighbours;
    private readonly double[] _values;

    internal SpatialWeights(string source, int[] starts, int[] neighbours, double[] values, bool isRowStandardised)
    {
        (Source, _starts, _neighbours, _values, IsRowStandardised) = (source, starts, neighbours, values, isRowStandardised);
        Islands = [.. Enumerable.Range(0, Count).Where(place => _starts[place] == _starts[place + 1])];
        MostNeighbours = Enumerable.Range(0, Count).Select(NeighbourCount).DefaultIfEmpty().Max();
        HasEqualWeights = Enumerable.Range(0, Count).All(IsEven);
    }

    /// <summary>How they were made: <c>knn:8</c>, <c>distance:2000</c>, <c>contiguity:queen</c>, <c>links</c>.</summary>
    public string Source { get; }

    /// <summary>Places.</summary>
    public int Count => _starts.Length - 1;

    public int LinkCount => _neighbours.Length;

    /// <summary>The weights of every place that has neighbours sum to 1.</summary>
    public bool IsRowStandardised { get; }

    /// <summary>Within every row all weights are the same, as in all matrices but those from a list of unequal links.</summary>
    public bool HasEqualWeights { get; }

    /// <summary>Places without neighbours, ascending.</summary>
    public ImmutableArray<int> Islands { get; }

    /// <summary>Neighbours of the place that has most.</summary>
    public int MostNeighbours { get; }

    public int NeighbourCount(int place) => _starts[place + 1] - _starts[place];

    public ReadOnlySpan<int> NeighboursOf(int place) => _neighbours.AsSpan(_starts[place].._starts[place + 1]);

    /// <summary>In the order of <see cref="NeighboursOf"/>.</summary>
    public ReadOnlySpan<double> WeightsOf(int place) => _values.AsSpan(_starts[place].._starts[place + 1]);

    /// <summary>The nearest neighbours of every place, each with weight 1. O(n·k·log n); equal distances go to the lower index.</summary>
    /// <param name="count">1 … one fewer than there are places.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few places for the count.</exception>
    public static SpatialWeights NearestNeighbours(PointSet points, int count)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (count < 1 || count >= points.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, string.Create(
                CultureInfo.InvariantCulture,
                $"{points.Count} places have between 1 and {points.Count - 1} nearest neighbours; got {count}. Ask for fewer neighbours."));
        }

        CheckLinks((long)points.Count * count);
        var tree = new PointTree(points);
        var (starts, neighbours, squared) = (new int[points.Count + 1], new int[points.Count * count], new double[count]);
        for (var place = 0; place < points.Count; place++)
        {
            starts[place + 1] = starts[place] + count;
            var row = neighbours.AsSpan(starts[place], count);
            tree.Nearest(place, row, squared);
            row.Sort();
        }

        return Binary(string.Create(CultureInfo.InvariantCulture, $"knn:{count}"), starts, neighbours);
    }

    /// <summary>
    /// The nearest neighbours that are near: none farther than three times the distance at which half of the places have all of
    /// theirs, or one and a half times that at which 95 % have them, whichever is longer. A place far off all others, across the sea, is an island.
    /// </summary>
    /// <param name="count">Most neighbours, 1 … one fewer than there are places.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few places for the count.</exception>
    public static SpatialWeights NearNeighbours(PointSet points, int count)
    {
        var all = NearestNeighbours(points, count);
        double[] reach = [
            .. Enumerable.Range(0, all.Count).Select(place => all.NeighboursOf(place).ToArray().Max(neighbour => points.Metres(place, neighbour)))];
        double[] sorted = [.. reach.Order()];
        var most = Math.Max(MostTimesMiddle * sorted[sorted.Length / 2], MostTimesUsual * sorted[(int)(UsualShare * (sorted.Length - 1))]);
        var (starts, neighbours) = (new int[all.Count + 1], new List<int>(all.LinkCount));
        for (var place = 0; place < all.Count; place++)
        {
            foreach (var neighbour in all.NeighboursOf(place))
            {
                if (points.Metres(place, neighbour) <= most)
                    neighbours.Add(neighbour);
            }

            starts[place + 1] = neighbours.Count;
        }

        return Binary(all.Source, starts, [.. neighbours]);
    }

    /// <summary>All places within a distance (inclusive) of each other, each with weight 1. O(n·log n + links).</summary>
    /// <param name="metres">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not above 0, or gives more than <see cref="MostLinks"/> links.</exception>
    public static SpatialWeights DistanceBand(PointSet points, double metres)
    {
        ArgumentNullException.ThrowIfNull(points);
        Guard.Finite(metres);
        if (metres <= 0)
            throw new ArgumentOutOfRangeException(nameof(metres), metres, "The distance must be above 0 metres.");
        var (tree, straight) = (new PointTree(points), points.ChordOf(metres));
        var (starts, neighbours) = (new int[points.Count + 1], new List<int>());
        for (var place = 0; place < points.Count; place++)
        {
            tree.Within(place, straight, neighbours);
            CheckLinks(neighbours.Count);
            starts[place + 1] = neighbours.Count;
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(neighbours)[starts[place]..].Sort();
        }

        return Binary(string.Create(CultureInfo.InvariantCulture, $"distance:{metres}"), starts, [.. neighbours]);
    }

    /// <summary>Weights from a list of links, as given; they need not be symmetric.</summary>
    /// <param name="count">Places.</param>
    /// <param name="places">0 … count − 1, in any order.</param>
    /// <param name="neighbours">As many; never the place itself, none twice for a place.</param>
    /// <param name="weights">As many; finite and above 0.</param>
    /// <exception cref="ArgumentException">A link is not valid; the message names its position in the list, from 0.</exception>
    public static SpatialWeights OfLinks(int count, ReadOnlySpan<int> places, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weights)
    {
        if (places.Length != neighbours.Length || places.Length != weights.Length)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                    $"Every link needs a place, a neighbour and a weight; got {places.Length}, {neighbours.Length} and {weights.Length}."));
        var starts = new int[count + 1];
        for (var link = 0; link < places.Length; link++)
        {
            CheckLink(count, places[link], neighbours[link], weights[link], link);
            starts[places[link] + 1]++;
        }

        for (var place = 0; place < count; place++)
            starts[place + 1] += starts[place];
        var (next, columns, values) = (starts.ToArray(), new int[places.Length], new double[places.Length]);
        for (var link = 0; link < places.Length; link++)
        {
            var at = next[places[link]]++;
            (columns[at], values[at]) = (neighbours[link], weights[link]);
        }

        for (var place = 0; place < count; place++)
            SortRow(place, columns.AsSpan(starts[place]..starts[place + 1]), values.AsSpan(starts[place]..starts[place + 1]));
        return new SpatialWeights("links", starts, columns, values, isRowStandardised: false);
    }

    /// <summary>Each row divided by its sum; islands stay empty.</summary>
    public SpatialWeights RowStandardised()
    {
        if (IsRowStandardised)
            return this;
        var values = _values.ToArray();
        for (var place = 0; place < Count; place++)
        {
            var row = values.AsSpan(_starts[place].._starts[place + 1]);
            var sum = 0.0;
            foreach (var value in row)
                sum += value;
            foreach (ref var value in row)
                value /= sum;
        }

        return new SpatialWeights(Source, _starts, _neighbours, values, isRowStandardised: true);
    }

    /// <summary>The places marked, with their values and the links among them, weights as they are.</summary>
    internal (double[] Values, SpatialWeights Weights) Only(ReadOnlySpan<double> values, bool[] isKept)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(place => isKept[place])];
        var number = new int[Count];
        for (var i = 0; i < kept.Length; i++)
            number[kept[i]] = i;
        var (starts, neighbours, weights) = (new int[kept.Length + 1], new List<int>(LinkCount), new List<double>(LinkCount));
        for (var i = 0; i < kept.Length; i++)
        {
            for (var link = _starts[kept[i]]; link < _starts[kept[i] + 1]; link++)
            {
                if (!isKept[_neighbours[link]])
                    continue;
                neighbours.Add(number[_neighbours[link]]);
                weights.Add(_values[link]);
            }

            starts[i + 1] = neighbours.Count;
        }

        var picked = new double[kept.Length];
        for (var i = 0; i < kept.Length; i++)
            picked[i] = values[kept[i]];
        return (picked, new SpatialWeights(Source, starts, [.. neighbours], [.. weights], IsRowStandardised));
    }

    internal static SpatialWeights Binary(string source, int[] starts, int[] neighbours)
    {
        var values = new double[neighbours.Length];
        values.AsSpan().Fill(1);
        return new SpatialWeights(source, starts, neighbours, values, isRowStandardised: false);
    }

    private bool IsEven(int place)
    {
        var row = WeightsOf(place);
        return row.IsEmpty || !row.ContainsAnyExcept(row[0]);
    }

    private static void SortRow(int place, Span<int> neighbours, Span<double> values)
    {
        neighbours.Sort(values);
        for (var i = 1; i < neighbours.Length; i++)
        {
            if (neighbours[i] == neighbours[i - 1])
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Place {place} has place {neighbours[i]} as its neighbour twice; keep one link of the two."));
        }
    }

    private static void CheckLink(int count, int place, int neighbour, double weight, int position)
    {
        if (place < 0 || place >= count || neighbour < 0 || neighbour >= count)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Link {position} joins {place} and {neighbour}; places are numbered from 0 to {count - 1}."));
        if (place == neighbour)
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"Link {position} makes place {place} its own neighbour; leave it out, Gi* adds the place itself."));
        if (!double.IsFinite(weight) || weight <= 0)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Link {position} has the weight {weight}; weights are above 0, leave links without weight out."));
    }

    private static void CheckLinks(long links)
    {
        if (links > MostLinks)
            throw new ArgumentOutOfRangeException(nameof(links), links,
                string.Create(
                    CultureInfo.InvariantCulture, $"These weights would have more than {MostLinks} links; use a shorter distance or fewer neighbours."));
    }
}
