using MathNet.Numerics;

namespace CrimeInsight.Core.Spatial.Knox;

/// <summary>Turns counts into cells and statements. Row 0 is the same place.</summary>
internal sealed class KnoxTable
{
    /// <summary>Outside each end of the 95 % interval.</summary>
    private const double Tail = 0.025;

    private readonly KnoxRequest _request;
    private readonly KnoxCounts _counts;
    private readonly double[] _expected;

    /// <param name="expected">By row, then band.</param>
    public KnoxTable(KnoxRequest request, KnoxCounts counts, double[] expected)
    {
        (_request, _counts, _expected) = (request, counts, expected);
        if (!request.IsSamePlaceInFirstBand)
            return;
        for (var band = 0; band < Bands; band++)
        {
            _expected[Bands + band] += _expected[band];
            foreach (var list in counts.Replicas.Append(counts.Observed))
                list[Bands + band] += list[band];
        }
    }

    private int Bands => _request.DayLimits.Length;

    /// <summary>Without the correction, which needs all cells.</summary>
    public KnoxCell Cell(int index)
    {
        var (row, band) = Math.DivRem(index, Bands);
        var count = CountOf(row, band, band + 1);
        var (fromMetres, untilMetres) = Metres(row);
        var p = (1.0 + _counts.Replicas.Count(replica => replica[index] >= _counts.Observed[index])) / (1 + _counts.Replicas.Length);
        // Poisson tails are gamma tails: P(N ≥ n) = P(n, mean).
        var poisson = count.Observed == 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count.Observed, count.Expected);
        return new KnoxCell(
            fromMetres, untilMetres, band == 0 ? 0 : _request.DayLimits[band - 1], _request.DayLimits[band],
            count.Observed, count.Expected, count.Ratio, count.Lower, count.Upper, p, p, poisson, Trend: null, IsElevated: false);
    }

    /// <summary>What this table says of a cell of another with the same pairs.</summary>
    public KnoxTrend Trend(int index)
    {
        var cell = Cell(index);
        return new KnoxTrend(cell.Expected, cell.Ratio, cell.RatioLower, cell.RatioUpper, cell.P);
    }

    /// <param name="cells">Of the row, corrected.</param>
    public NearRepeatStatement Statement(int row, ReadOnlySpan<KnoxCell> cells)
    {
        var elevated = 0;
        var p = cells[0].PAdjusted;
        for (; elevated < cells.Length && cells[elevated].IsElevated; elevated++)
            p = Math.Max(p, cells[elevated].PAdjusted);
        var count = CountOf(row, 0, Math.Max(1, elevated));
        var (fromMetres, untilMetres) = Metres(row);
        return new NearRepeatStatement(
            row == 0, fromMetres, untilMetres, elevated == 0 ? null : _request.DayLimits[elevated - 1],
            count.Observed, count.Expected, count.Ratio, count.Lower, count.Upper, p);
    }

    private (double From, double Until) Metres(int row) => row switch
    {
        0 => (0, _request.SamePlaceMetres),
        1 => (_request.IsSamePlaceInFirstBand ? 0 : _request.SamePlaceMetres, _request.DistanceLimitsMetres[0]),
        _ => (_request.DistanceLimitsMetres[row - 2], _request.DistanceLimitsMetres[row - 1]),
    };

    // Several bands of days of a row together.
    private (long Observed, double Expected, double? Ratio, double? Lower, double? Upper) CountOf(int row, int band, int until)
    {
        var (first, length) = (row * Bands + band, until - band);
        var observed = Sum(_counts.Observed.AsSpan(first, length));
        var expected = 0.0;
        for (var b = band; b < until; b++)
            expected += _expected[row * Bands + b];
        if (expected <= 0)
            return (observed, 0, null, null, null);
        var spread = 0.0;
        foreach (var replica in _counts.Replicas)
        {
            var away = Sum(replica.AsSpan(first, length)) - expected;
            spread += away * away / _counts.Replicas.Length;
        }

        var (factor, effective) = (Math.Max(1, spread / expected), observed / Math.Max(1, spread / expected));
        var lower = observed == 0 ? 0 : factor * SpecialFunctions.GammaLowerRegularizedInv(effective, Tail) / expected;
        var upper = factor * SpecialFunctions.GammaLowerRegularizedInv(effective + 1, 1 - Tail) / expected;
        return (observed, expected, observed / expected, lower, upper);
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
            sum += count;
        return sum;
    }
}
