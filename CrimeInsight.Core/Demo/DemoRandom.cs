using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// xoshiro256** seeded by SplitMix64: a stream of its own for each (seed, stream) pair, so that what one district gets
/// never depends on how work is divided. Reference: Blackman and Vigna (2021), doi:10.1145/3460772.
/// </summary>
internal sealed class DemoRandom
{
    private const double UnitOf53Bits = 1.0 / (1L << 53);

    // Eight 16-bit uniforms: mean 4 × 65,535, variance 8 × (65,536² − 1) ÷ 12.
    private const double NormalMean = 4 * 65535.0;
    private const double NormalScale = 1 / 53509.91992145008;

    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public DemoRandom(long seed, int stream, int subStream = 0)
    {
        var state = (ulong)seed;
        Start(Mix(ref state) ^ ((ulong)(uint)stream << 32 | (uint)subStream));
    }

    /// <summary>Goes over to the stream of one of many things that share a stream.</summary>
    public void Restart(long seed, int stream, int subStream, int item)
    {
        var state = (ulong)seed;
        state = Mix(ref state) ^ ((ulong)(uint)stream << 32 | (uint)subStream);
        Start(Mix(ref state) ^ (uint)item);
    }
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUnit() => (Next() >> 11) * UnitOf53Bits;

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextIndex(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    /// <summary>
    /// Nearly standard normal: a scaled sum of eight 16-bit uniforms (Irwin–Hall), within ± 4.9. Integer sums keep it
    /// the same on every processor; the tails are a little lighter than a normal's.
    /// </summary>
    public double NextNormal()
    {
        var sum = SumOfWords(Next()) + SumOfWords(Next());
        return (sum - NormalMean) * NormalScale;
    }

    /// <summary>Exponential with the given mean.</summary>
    public double NextExponential(double mean) => -mean * PortableMath.Log(1 - NextUnit());

    private void Start(ulong state)
    {
        _a = Mix(ref state);
        _b = Mix(ref state);
        _c = Mix(ref state);
        _d = Mix(ref state);
    }

    private static double SumOfWords(ulong word) =>
        (word & 0xFFFF) + (word >> 16 & 0xFFFF) + (word >> 32 & 0xFFFF) + (word >> 48);

    private static ulong Mix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
