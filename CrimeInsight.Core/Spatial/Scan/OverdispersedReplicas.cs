using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Counts that vary as the data do: the expected of every place and period times a gamma factor of mean 1, autocorrelated along
/// the periods, then cases dealt in proportion (a parametric bootstrap). For the Poisson model the total is kept. For the
/// permutation model every place and every period keeps its number: places by dealing row by row, periods by moving cases that
/// are drawn from the periods with too many to those with too few, at the same place.
/// </summary>
internal sealed class OverdispersedReplicas : IReplicaSource
{
    /// <summary>Cases a period from which binomial counts are faster than single draws.</summary>
    private const int ManyPerPeriod = 6;

    private readonly ScanProblem _problem;
    private readonly DispersionEstimate _dispersion;
    private readonly int[] _ofPlace;
    private readonly int[] _ofPeriod;
    private readonly double _spread;

    public OverdispersedReplicas(ScanProblem problem, DispersionEstimate dispersion)
    {
        (_problem, _dispersion) = (problem, dispersion);
        (_ofPlace, _ofPeriod) = (new int[problem.Places], new int[problem.Periods]);
        for (var i = 0; i < problem.Cases.Length; i++)
        {
            _ofPlace[i / problem.Periods] += problem.Cases[i];
            _ofPeriod[i % problem.Periods] += problem.Cases[i];
        }

        _spread = SpreadOf(problem.Cases);
    }

    private bool IsPermutation => _problem.Request.Model == ScanModel.Permutation;

    public ReplicaRoom NewRoom() => new(new int[_problem.Places + _problem.Periods + _problem.Total], new double[_problem.Cells.Length + _problem.Periods]);

    public double Draw(int replica, Span<int> cells, ReplicaRoom room)
    {
        var random = new ReplicaRandom(_problem.Request.Seed, replica);
        var weights = room.Weights.AsSpan(0, cells.Length);
        var sums = room.Weights.AsSpan(cells.Length);
        var all = Weigh(weights, ref random);
        var (left, periods) = (_problem.Total, _problem.Periods);
        for (var place = 0; place < _ofPlace.Length; place++)
        {
            var row = weights.Slice(place * periods, periods);
            var sum = 0.0;
            for (var period = 0; period < periods; period++)
                sums[period] = sum += row[period];
            var count = IsPermutation ? _ofPlace[place] : place == _ofPlace.Length - 1 ? left : CountDraw.Binomial(left, Math.Min(1, sum / all), ref random);
            Deal(count, row, sums, cells.Slice(place * periods, periods), ref random);
            (left, all) = (left - count, Math.Max(double.Epsilon, all - sum));
        }

        if (IsPermutation)
            KeepPeriods(cells, room.Counts, ref random);
        var spread = SpreadOf(cells);
        return spread > 0 ? _spread / spread : 1;
    }

    // Squares of residuals ÷ expected: what a maximum is measured in, so that the error of the estimate does not count.
    private double SpreadOf(ReadOnlySpan<int> cells)
    {
        var squares = 0.0;
        for (var i = 0; i < cells.Length; i++)
        {
            var away = cells[i] - _problem.Cells[i];
            squares += away * away;
        }

        return squares / _problem.Total;
    }

    private double Weigh(Span<double> weights, ref ReplicaRandom random)
    {
        var (all, periods, follows) = (0.0, _problem.Periods, _dispersion.Autocorrelation);
        var fresh = Math.Sqrt(1 - follows * follows);
        for (var place = 0; place < _ofPlace.Length; place++)
        {
            var shape = _dispersion.Shapes[place];
            if (_dispersion.Doubts[place] > 0)
                shape *= GammaAt(_dispersion.Doubts[place], NextNormal(ref random));
            var z = 0.0;
            for (var i = place * periods; i < (place + 1) * periods; i++)
            {
                z = i == place * periods ? NextNormal(ref random) : follows * z + fresh * NextNormal(ref random);
                all += weights[i] = _problem.Cells[i] * GammaAt(shape, z);
            }
        }

        return all;
    }

    // Gamma of mean 1 at the quantile of a normal: Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684.
    private static double GammaAt(double variance, double z)
    {
        var root = Math.Max(0, 1 - variance / 9 + Math.Sqrt(variance / 9) * z);
        return root * root * root;
    }

    private static double NextNormal(ref ReplicaRandom random) => Normal.Quantile(Math.Max(double.Epsilon, random.NextUnit()));

    private static void Deal(int count, ReadOnlySpan<double> weights, ReadOnlySpan<double> sums, Span<int> row, ref ReplicaRandom random)
    {
        row.Clear();
        if (count == 0)
            return;
        var all = sums[weights.Length - 1];
        if (count > ManyPerPeriod * row.Length)
        {
            for (var period = 0; period < row.Length; period++)
            {
                row[period] = period == row.Length - 1 ? count : CountDraw.Binomial(count, Math.Min(1, weights[period] / all), ref random);
                (count, all) = (count - row[period], Math.Max(double.Epsilon, all - weights[period]));
            }

            return;
        }

        for (; count > 0; count--)
        {
            var at = sums[..row.Length].BinarySearch(random.NextUnit() * all);
            row[Math.Min(row.Length - 1, at < 0 ? ~at : at + 1)]++;
        }
    }

    private void KeepPeriods(Span<int> cells, int[] room, ref ReplicaRandom random)
    {
        var periods = _ofPeriod.Length;
        var sums = room.AsSpan(0, periods);
        var taken = room.AsSpan(periods, _ofPlace.Length);
        var free = room.AsSpan(periods + _ofPlace.Length);
        sums.Clear();
        taken.Clear();
        for (var i = 0; i < cells.Length; i++)
            sums[i % periods] += cells[i];
        var lacking = 0;
        for (var period = 0; period < periods; period++)
        {
            var (sum, excess) = (sums[period], sums[period] - _ofPeriod[period]);
            for (; excess < 0; excess++)
                free[lacking++] = period;
            for (var place = 0; excess > 0; place++)
            {
                var cell = cells[place * periods + period];
                var take = CountDraw.Hypergeometric(sum, excess, cell, ref random);
                cells[place * periods + period] -= take;
                taken[place] += take;
                (sum, excess) = (sum - cell, excess - take);
            }
        }

        for (var place = 0; place < taken.Length; place++)
        {
            for (; taken[place] > 0; taken[place]--)
            {
                var pick = random.NextIndex(lacking);
                cells[place * periods + free[pick]]++;
                free[pick] = free[--lacking];
            }
        }
    }
}
