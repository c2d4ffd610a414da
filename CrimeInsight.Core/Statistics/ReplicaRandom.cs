using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Random numbers of one Monte Carlo replica: SplitMix64 from a start of its own for each (seed, replica) pair, so that a
/// replica is the same whichever thread draws it. Reference: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
/// </summary>
internal struct ReplicaRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const double UnitOf53Bits = 1.0 / (1L << 53);

    private ulong _state;

    public ReplicaRandom(long seed, int replica)
    {
        _state = (ulong)seed;
        _state = Next() ^ (ulong)(uint)replica << 32;
        _state = Next();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        _state += Step;
        var mixed = (_state ^ _state >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return mixed ^ mixed >> 31;
    }

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1, within 2⁻³² × count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextIndex(int count) => (int)((Next() >> 32) * (ulong)(uint)count >> 32);

    /// <summary>Uniform in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUnit() => (Next() >> 11) * UnitOf53Bits;
}
