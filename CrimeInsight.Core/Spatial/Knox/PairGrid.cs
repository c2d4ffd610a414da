namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>Events sorted by the cells of a grid in two or three dimensions.</summary>
internal sealed class PairGrid
{
    private const int Bits = 21;
    private const long Middle = 1L << (Bits - 1);

    private readonly int _dimensions;
    private readonly long[] _cells;
    private readonly Dictionary<long, (int First, int Until)> _ranges = [];

    /// <param name="coordinates">Event after event, finite.</param>
    /// <param name="size">Width of a cell; coordinates are within 2²⁰ cells of the origin.</param>
    public PairGrid(double[] coordinates, int dimensions, double size)
    {
        _dimensions = dimensions;
        var count = coordinates.Length / dimensions;
        (_cells, Events) = (new long[count], [.. Enumerable.Range(0, count)]);
        for (var i = 0; i < count; i++)
        {
            for (var d = 0; d < dimensions; d++)
                _cells[i] = _cells[i] << Bits | (uint)((long)Math.Floor(coordinates[i * dimensions + d] / size) + Middle);
        }

        // Of one cell in the order given, so that the numbering is the same everywhere.
        var order = Events;
        Array.Sort(order, (a, b) => _cells[a] != _cells[b] ? _cells[a].CompareTo(_cells[b]) : a.CompareTo(b));
        for (int first = 0, until; first < count; first = until)
        {
            until = first + 1;
            while (until < count && _cells[order[until]] == _cells[order[first]])
                until++;
            _ranges[_cells[order[first]]] = (first, until);
        }
    }

    /// <summary>The event at each place of the sorting.</summary>
    public int[] Events { get; }

    /// <summary>Where the sorting holds the events of a sorted event's cell and of all cells that touch it.</summary>
    public IEnumerable<(int First, int Until)> Around(int number)
    {
        var cell = _cells[Events[number]];
        for (var x = -1L; x <= 1; x++)
            for (var y = -1L; y <= 1; y++)
                for (var z = _dimensions == 3 ? -1L : 0; z <= (_dimensions == 3 ? 1 : 0); z++)
                {
                    var near = cell + (_dimensions == 3 ? ((x << Bits) + y << Bits) + z : (x << Bits) + y);
                    if (_ranges.TryGetValue(near, out var range))
                        yield return range;
                }
    }
}
