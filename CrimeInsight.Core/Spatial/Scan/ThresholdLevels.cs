using System.Numerics;
using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Fewest cases with which a window can beat a log-likelihood ratio, by its expected cases: a table for each level, over
/// buckets of expected cases a 256th of an octave wide. Never more than the true number, so that no window is missed.
/// </summary>
internal sealed class ThresholdLevels<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <summary>Cases above the expected that a counter modulo 2¹⁶ can tell: a quarter of its range.</summary>
    public const int MostExcess = 16_000;

    /// <summary>Between two levels.</summary>
    private const double Step = 0.5;

    private const int MostLevels = 200;

    /// <summary>Drops all but the exponent and 8 leading bits of a 32-bit float.</summary>
    private const int BucketShift = 15;

    private const float LeastExpected = 1f / 256;
    private const int FirstBucket = 127 - 8 << 23 - BucketShift;
    private const double Rounding = 1e-6;

    private readonly Lazy<T[]>[] _tables;
    private readonly int _total;
    private readonly int _leastCases;

    public ThresholdLevels(int total, int leastCases)
    {
        (_total, _leastCases) = (total, leastCases);
        _tables = [.. Enumerable.Range(0, MostLevels).Select(level => new Lazy<T[]>(() => Make(level * Step)))];
    }

    /// <summary>Of the highest level at or below a ratio.</summary>
    public T[] At(double ratio) => _tables[(int)Math.Min(MostLevels - 1, ratio / Step)].Value;

    /// <summary>Where a table holds the value for some expected cases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BucketOf(double expected) => (BitConverter.SingleToInt32Bits(Math.Max(LeastExpected, (float)expected)) >> BucketShift) - FirstBucket;

    private T[] Make(double level)
    {
        var table = new T[BucketOf(_total) + 2];
        for (var bucket = 0; bucket < table.Length; bucket++)
        {
            var least = bucket == 0 ? 0 : BitConverter.Int32BitsToSingle(bucket + FirstBucket << BucketShift) * (1 - Rounding);
            var cases = least >= _total ? double.PositiveInfinity : LogLikelihoodRatio.CasesAt(level, least, _total);
            var needed = Math.Max(_leastCases, Math.Ceiling(cases * (1 - Rounding) - Rounding));
            table[bucket] = typeof(T) == typeof(short)
                ? T.CreateTruncating((int)Math.Min(needed, least + MostExcess))
                : T.CreateSaturating(needed);
        }

        return table;
    }
}
