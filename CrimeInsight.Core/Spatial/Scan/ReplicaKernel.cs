using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Maxima of the statistic over all windows, for as many replicas at once as four vectors have lanes. Exact, yet few windows
/// are looked at: expected cases are the same in every replica and counts only grow with the circle, so a run of circles
/// a … b cannot beat the weakest lane's maximum unless some lane has, in circle b, the cases that circle a would need
/// (the bound of Neill and Moore 2004, doi:10.1145/1014052.1014082, on nested circles). Such runs are halved. They are made
/// so long that the expected cases grow by about the chance variation of one window.
/// Not for several threads at once.
/// </summary>
/// <typeparam name="T">
/// Counter: <see cref="ushort"/> or <see cref="uint"/> that holds all cases, or <see cref="short"/> that holds them modulo 2¹⁶. Then
/// counts are told from thresholds by their difference, which is right as long as a count is within
/// <see cref="ThresholdLevels{T}.MostExcess"/> of the expected: 14 standard deviations for the most cases that use it.
/// </typeparam>
internal sealed class ReplicaKernel<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <summary>Circles whose sums are kept at a time; a power of two, and few enough for the second-level cache.</summary>
    private const int MostRows = 32;

    /// <summary>Vectors side by side.</summary>
    private const int Groups = 4;

    /// <summary>Growth of the expected cases over a run of circles, in standard deviations of a window's count.</summary>
    private const double RunGrowth = 1.2;

    private readonly ScanProblem _problem;
    private readonly IReplicaSource _source;
    private readonly ThresholdLevels<T> _levels;
    private readonly LaneBuffer<T> _places;
    private readonly LaneBuffer<T> _rows;
    private readonly double[] _expected;
    private readonly double[] _best = new double[Lanes];
    private readonly double[] _factors = new double[Lanes];
    private readonly int[] _cells;
    private readonly ReplicaRoom _room;
    private readonly int[] _runs;
    private readonly int[] _firsts;
    private readonly T[] _least;
    private readonly int _width;
    private T[] _thresholds;
    private int _active;

    public ReplicaKernel(ScanProblem problem, IReplicaSource source, ThresholdLevels<T> levels)
    {
        (_problem, _source, _levels, _width) = (problem, source, levels, problem.Periods + 1);
        _places = new LaneBuffer<T>((long)problem.Places * problem.Periods * Groups);
        _rows = new LaneBuffer<T>((MostRows + 1L) * _width * Groups);
        _expected = new double[(MostRows + 1) * _width];
        (_runs, _firsts) = (new int[problem.MaxDuration + 1], new int[problem.MaxDuration + 1]);
        _least = new T[_width];
        (_cells, _room, _thresholds) = (new int[problem.Cases.Length], source.NewRoom(), levels.At(0));
    }

    private static bool IsModular => typeof(T) == typeof(short);

    /// <summary>Replicas at once.</summary>
    public static int Lanes => Groups * Vector512<T>.Count;

    /// <summary>
    /// Writes the maximum of each replica from a number on, times the factor its source gave; as many as there is room for, at most <see cref="Lanes"/>.
    /// </summary>
    public void Run(int firstReplica, Span<double> maxima, CancellationToken cancellationToken)
    {
        _active = maxima.Length;
        _best.AsSpan().Fill(double.PositiveInfinity);
        _best.AsSpan(0, _active).Clear();
        _thresholds = _levels.At(0);
        Draw(firstReplica);
        for (var centre = 0; centre < _problem.Places; centre++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Search(centre);
        }

        for (var lane = 0; lane < _active; lane++)
            maxima[lane] = _best[lane] * _factors[lane];
    }

    // Counts of each place up to and with each period, lanes side by side; spare lanes repeat the last replica, near all thresholds.
    private void Draw(int firstReplica)
    {
        var values = _places.Values;
        var periods = _problem.Periods;
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (lane < _active)
                _factors[lane] = _source.Draw(firstReplica + lane, _cells, _room);
            for (int cell = 0, at = lane; cell < _cells.Length; cell++, at += Lanes)
            {
                var count = T.CreateTruncating(_cells[cell]);
                values[at] = cell % periods == 0 ? count : values[at - Lanes] + count;
            }
        }
    }

    private void Search(int centre)
    {
        var places = _problem.Circles.Places(centre);
        var ends = _problem.Circles.Ends(centre);
        _rows.Values[..(_width * Lanes)].Clear();
        _expected.AsSpan(0, _width).Clear();
        for (int done = 0, length; done < ends.Length; done += length)
        {
            length = Math.Min(ends.Length - done, MostRows);
            for (var row = 1; row <= length; row++)
                Fill(row, places[(done + row == 1 ? 0 : ends[done + row - 2])..ends[done + row - 1]]);
            PlanRuns(done, length);
            for (var row = 1; row <= length; row++)
                TestRow(row, length);
            _rows.Values.Slice(length * _width * Lanes, _width * Lanes).CopyTo(_rows.Values);
            _expected.AsSpan(length * _width, _width).CopyTo(_expected);
        }
    }

    // A circle's sums up to each period, from those of the circle before.
    private void Fill(int row, ReadOnlySpan<int> added)
    {
        ref var rows = ref _rows.Start;
        ref var counts = ref _places.Start;
        var (size, step, periods, from) = ((nuint)Lanes, (nuint)Vector512<T>.Count, _problem.Periods, row - 1);
        foreach (var place in added)
        {
            var (at, before, cell) = ((nuint)(row * _width + 1) * size, (nuint)(from * _width + 1) * size, (nuint)(place * periods) * size);
            for (var end = at + (nuint)periods * size; at < end; at += step, before += step, cell += step)
                (Vector512.LoadUnsafe(ref rows, before) + Vector512.LoadUnsafe(ref counts, cell)).StoreUnsafe(ref rows, at);
            for (var period = 0; period < periods; period++)
                _expected[row * _width + period + 1] = _expected[from * _width + period + 1] + _problem.Expected[place * periods + period];
            from = row;
        }

        _rows.Values.Slice(row * _width * Lanes, Lanes).Clear();
    }

    // By duration, the number of circles tested together: a power of two, fewer for longer windows.
    private void PlanRuns(int done, int length)
    {
        var circles = done + (length + 1) / 2;
        var all = _expected[(length + 1) / 2 * _width + _problem.Periods];
        for (var duration = 1; duration < _runs.Length; duration++)
        {
            var expected = all * duration / _problem.Periods;
            var most = Math.Min(MostRows, 1 + RunGrowth * circles / Math.Sqrt(Math.Max(1e-6, expected)));
            _runs[duration] = 1 << BitOperations.Log2((uint)(IsModular && GrowthOf(duration, length) > ThresholdLevels<T>.MostExcess ? 1 : most));
        }
    }

    // Most growth of the expected cases from the first to the last row over any run of periods.
    private double GrowthOf(int duration, int length)
    {
        var (most, first, last) = (0.0, _width, length * _width);
        for (var from = 0; from + duration < _width; from++)
            most = Math.Max(most, _expected[last + from + duration] - _expected[last + from] - _expected[first + from + duration] + _expected[first + from]);
        return most;
    }

    // All runs of circles that end with a row.
    private void TestRow(int row, int length)
    {
        var least = 1;
        while (row < length && least < _runs.Length && row % _runs[least] != 0)
            least++;
        for (var duration = least; duration < _runs.Length; duration++)
            _firsts[duration] = (row - 1) / _runs[duration] * _runs[duration] + 1;
        for (var from = 0; from + least <= _problem.Periods; from++)
            TestFrom(row, from, Math.Max(from + least, _problem.FirstEnd(from)), _problem.LastEnd(from));
    }

    // Windows of a row over the periods from one to any of several ends.
    private void TestFrom(int row, int from, int until, int last)
    {
        var (expected, thresholds, least) = (_expected, _thresholds, _least);
        for (var end = until; end <= last; end++)
        {
            var circle = _firsts[end - from] * _width;
            least[end] = thresholds[ThresholdLevels<T>.BucketOf(expected[circle + end] - expected[circle + from])];
        }

        ref var rows = ref _rows.Start;
        var step = (nuint)Vector512<T>.Count;
        var start = (nuint)(row * _width + from) * (Groups * step);
        var at = (nuint)(row * _width + until) * (Groups * step);
        var (first, second, third, fourth) = (Vector512.LoadUnsafe(ref rows, start), Vector512.LoadUnsafe(ref rows, start + step),
            Vector512.LoadUnsafe(ref rows, start + 2 * step), Vector512.LoadUnsafe(ref rows, start + 3 * step));
        for (; until <= last; until++, at += Groups * step)
        {
            var needed = Vector512.Create(least[until]);
            if (Reaches(Vector512.LoadUnsafe(ref rows, at) - first, needed)
                || Reaches(Vector512.LoadUnsafe(ref rows, at + step) - second, needed)
                || Reaches(Vector512.LoadUnsafe(ref rows, at + 2 * step) - third, needed)
                || Reaches(Vector512.LoadUnsafe(ref rows, at + 3 * step) - fourth, needed))
                Look(_firsts[until - from], row, from, until);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(int first, int last, int from, int until)
    {
        for (var group = 0; group < Groups; group++)
            Halve(group, first, last, from, until);
    }

    // Circles of rows first … last over a run of periods, in one vector of lanes.
    private void Halve(int group, int first, int last, int from, int until)
    {
        var expected = _expected[first * _width + until] - _expected[first * _width + from];
        var least = Vector512.Create(_thresholds[ThresholdLevels<T>.BucketOf(expected)]);
        ref var rows = ref _rows.Start;
        var (step, row) = ((nuint)Vector512<T>.Count, last * _width);
        var cases = Vector512.LoadUnsafe(ref rows, (nuint)((row + until) * Groups + group) * step)
            - Vector512.LoadUnsafe(ref rows, (nuint)((row + from) * Groups + group) * step);
        if (!Reaches(cases, least))
            return;
        if (first == last)
        {
            var enough = IsModular ? Vector512.GreaterThanOrEqual(cases - least, Vector512<T>.Zero) : Vector512.GreaterThanOrEqual(cases, least);
            Beat(group * Vector512<T>.Count, cases, enough.ExtractMostSignificantBits(), expected);
            return;
        }

        var middle = (first + last) / 2;
        Halve(group, first, middle, from, until);
        Halve(group, middle + 1, last, from, until);
    }

    // One window; the lanes that have enough cases may have a new maximum.
    private void Beat(int firstLane, Vector512<T> cases, ulong enough, double expected)
    {
        Span<T> counts = stackalloc T[Vector512<T>.Count];
        cases.CopyTo(counts);
        for (; enough != 0; enough &= enough - 1)
        {
            var lane = BitOperations.TrailingZeroCount(enough);
            var count = CountOf(counts[lane], expected);
            if (!LogLikelihoodRatio.CanExceed(_best[firstLane + lane], count, expected, _problem.Total))
                continue;
            var ratio = LogLikelihoodRatio.Of(count, expected, _problem.Total);
            if (ratio > _best[firstLane + lane])
                Raise(firstLane + lane, ratio);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Reaches(Vector512<T> cases, Vector512<T> least) =>
        IsModular ? Vector512.GreaterThanOrEqualAny(cases - least, Vector512<T>.Zero) : Vector512.GreaterThanOrEqualAny(cases, least);

    // Of all counts that leave the same remainder, the one nearest to the expected.
    private static double CountOf(T counter, double expected)
    {
        var near = (int)expected;
        return IsModular ? near + (short)(int.CreateTruncating(counter) - near) : double.CreateTruncating(counter);
    }

    private void Raise(int lane, double ratio)
    {
        _best[lane] = ratio;
        var weakest = double.PositiveInfinity;
        foreach (var value in _best)
            weakest = Math.Min(weakest, value);
        _thresholds = _levels.At(weakest);
    }
}
