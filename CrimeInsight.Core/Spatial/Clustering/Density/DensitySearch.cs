using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// DBSCAN over points gathered in cells whose points are all neighbours of one another (Gunawan 2013; Gan and Tao 2015, §4):
/// a cell with enough points holds core points only; clusters are sets of cells, joined where a core point of one is near a core
/// point of the other. Exact, in O(n · minPoints) and about linear in practice.
/// </summary>
internal sealed class DensitySearch<TPlace>
    where TPlace : struct, IPlace<TPlace>
{
    private const int CellsPerStep = 4096;
    private const int FewPoints = 6;

    private readonly TPlace[] _places;
    private readonly CellGrid _grid;
    private readonly Reach _reach;
    private readonly int _minPoints;
    private readonly bool _hasTime;
    private readonly Box<TPlace>[] _boxes;
    private readonly int[] _coreCounts;
    private readonly DisjointSets _sets;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellation;

    /// <param name="places">In the grid's order; reordered within cells, together with that order.</param>
    public DensitySearch(TPlace[] places, CellGrid grid, Reach reach, int minPoints, IProgress<double>? progress, CancellationToken cancellation)
    {
        (_places, _grid, _reach, _minPoints) = (places, grid, reach, minPoints);
        _hasTime = !double.IsInfinity(reach.Days);
        (_progress, _cancellation) = (progress, cancellation);
        _boxes = new Box<TPlace>[grid.CellCount];
        _coreCounts = new int[grid.CellCount];
        _sets = new DisjointSets(grid.CellCount);
    }

    /// <param name="labels">Cluster of each point by position, from 0 in order of their first core points; −1: noise. A border
    /// point that several clusters reach goes to the one with the lowest number.</param>
    /// <param name="isCore">Of each point by position.</param>
    /// <returns>Number of clusters.</returns>
    public int Run(Span<int> labels, Span<bool> isCore)
    {
        FindCores();
        Connect();
        var clusters = Number(out var clusterOfCell);
        Label(clusterOfCell, labels, isCore);
        return clusters;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindCores()
    {
        for (var cell = 0; cell < _grid.CellCount; cell++)
            _boxes[cell] = Box<TPlace>.Around(_places.AsSpan(_grid.CellStarts[cell], _grid.CountOf(cell)));
        var window = new CellWindow(_grid, _hasTime);
        for (var cell = 0; cell < _grid.CellCount; cell++)
        {
            Step(cell, 0);
            var (start, count) = (_grid.CellStarts[cell], _grid.CountOf(cell));
            if (count >= _minPoints)
            {
                _coreCounts[cell] = count;
                continue;
            }

            var strips = window.MoveTo(cell);
            if (!HasEnoughAround(strips))
                continue;
            var core = start;
            for (var i = start; i < start + count; i++)
            {
                if (!IsCore(i, cell, count, strips))
                    continue;
                (_places[i], _places[core]) = (_places[core], _places[i]);
                (_grid.Order[i], _grid.Order[core]) = (_grid.Order[core], _grid.Order[i]);
                core++;
            }

            _coreCounts[cell] = core - start;
        }
    }

    /// <summary>The cells around hold enough points together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool HasEnoughAround(ReadOnlySpan<CellWindow.Strip> strips)
    {
        var count = 0;
        foreach (ref readonly var strip in strips)
            count += _grid.CellStarts[strip.Until] - _grid.CellStarts[strip.From];
        return count >= _minPoints;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsCore(int point, int cell, int count, ReadOnlySpan<CellWindow.Strip> strips)
    {
        ref readonly var place = ref _places[point];
        foreach (ref readonly var strip in strips)
        {
            for (var other = strip.From; other < strip.Until; other++)
            {
                if (other == cell)
                    continue;
                count += CountNear(place, other, _minPoints - count);
                if (count >= _minPoints)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Points of a cell near a place, counted until there are enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountNear(in TPlace place, int cell, int enough)
    {
        var others = _places.AsSpan(_grid.CellStarts[cell], _grid.CountOf(cell));
        if (others.Length > FewPoints)
        {
            ref readonly var box = ref _boxes[cell];
            if (!TPlace.MayBeNear(place, box.Low, box.High, _reach))
                return 0;
            if (TPlace.IsNearAll(place, box.Low, box.High, _reach))
                return others.Length;
        }

        var count = 0;
        foreach (ref readonly var other in others)
        {
            count += TPlace.IsNear(place, other, _reach) ? 1 : 0;
            if (count >= enough)
                break;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Connect()
    {
        var pairs = new PairSearch<TPlace>(_places, _grid.Order, _reach);
        var window = new CellWindow(_grid, _hasTime);
        for (var cell = 0; cell < _grid.CellCount; cell++)
        {
            Step(cell, 1);
            if (_coreCounts[cell] == 0)
                continue;
            foreach (ref readonly var strip in window.MoveTo(cell))
            {
                for (var other = Math.Max(strip.From, cell + 1); other < strip.Until; other++)
                {
                    if (_coreCounts[other] == 0 || !TPlace.MayBeNear(_boxes[cell], _boxes[other], _reach) || _sets.Find(cell) == _sets.Find(other))
                        continue;
                    if (pairs.IsAnyNear(Cores(cell), CoreBox(cell), Cores(other), CoreBox(other)))
                        _sets.Unite(cell, other);
                }
            }
        }
    }

    private Range Cores(int cell) => _grid.CellStarts[cell]..(_grid.CellStarts[cell] + _coreCounts[cell]);

    private Box<TPlace> CoreBox(int cell) =>
        _coreCounts[cell] == _grid.CountOf(cell) ? _boxes[cell] : Box<TPlace>.Around(_places.AsSpan(Cores(cell)));

    /// <summary>Numbers the clusters in order of their first core points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Number(out int[] clusterOfCell)
    {
        var firsts = new Dictionary<int, int>();
        clusterOfCell = new int[_grid.CellCount];
        for (var cell = 0; cell < _grid.CellCount; cell++)
        {
            clusterOfCell[cell] = -1;
            if (_coreCounts[cell] == 0)
                continue;
            var first = int.MaxValue;
            foreach (var point in _grid.Order.AsSpan(Cores(cell)))
                first = Math.Min(first, point);
            var root = _sets.Find(cell);
            firsts[root] = Math.Min(first, firsts.GetValueOrDefault(root, int.MaxValue));
        }

        var numbers = firsts.OrderBy(entry => entry.Value).Select((entry, number) => (entry.Key, number)).ToDictionary();
        for (var cell = 0; cell < _grid.CellCount; cell++)
        {
            if (_coreCounts[cell] > 0)
                clusterOfCell[cell] = numbers[_sets.Find(cell)];
        }

        return numbers.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Label(int[] clusterOfCell, Span<int> labels, Span<bool> isCore)
    {
        var window = new CellWindow(_grid, _hasTime);
        for (var cell = 0; cell < _grid.CellCount; cell++)
        {
            Step(cell, 2);
            var (start, cores, count) = (_grid.CellStarts[cell], _coreCounts[cell], _grid.CountOf(cell));
            for (var i = start; i < start + cores; i++)
                (labels[_grid.Order[i]], isCore[_grid.Order[i]]) = (clusterOfCell[cell], true);
            if (cores == count)
                continue;
            var strips = window.MoveTo(cell);
            for (var i = start + cores; i < start + count; i++)
                labels[_grid.Order[i]] = BorderLabel(i, clusterOfCell, strips);
        }
    }

    /// <summary>The lowest cluster with a core point near; −1: none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int BorderLabel(int point, int[] clusterOfCell, ReadOnlySpan<CellWindow.Strip> strips)
    {
        ref readonly var place = ref _places[point];
        var best = int.MaxValue;
        foreach (ref readonly var strip in strips)
        {
            for (var cell = strip.From; cell < strip.Until; cell++)
            {
                if (_coreCounts[cell] > 0 && clusterOfCell[cell] < best && IsNearCore(place, cell))
                    best = clusterOfCell[cell];
            }
        }

        return best == int.MaxValue ? -1 : best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsNearCore(in TPlace place, int cell)
    {
        ref readonly var box = ref _boxes[cell];
        if (!TPlace.MayBeNear(place, box.Low, box.High, _reach))
            return false;
        foreach (ref readonly var core in _places.AsSpan(Cores(cell)))
        {
            if (TPlace.IsNear(place, core, _reach))
                return true;
        }

        return false;
    }

    private void Step(int cell, int phase)
    {
        if (cell % CellsPerStep != 0)
            return;
        _cancellation.ThrowIfCancellationRequested();
        _progress?.Report((phase + cell / (double)_grid.CellCount) / 3);
    }
}
