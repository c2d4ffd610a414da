using System.Numerics;
using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>Positions in ascending order of whole-number keys, by counting digits (radix sort): linear, and stable.</summary>
internal static class KeyOrder
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <param name="keys">Sorted in place.</param>
    /// <returns>For each place in the order, the position the key had.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Sort(ref ulong[] keys)
    {
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var used = 0UL;
        foreach (var key in keys)
            used |= key;
        var bits = 64 - BitOperations.LeadingZeroCount(used);
        if (bits == 0)
            return order;
        var (spareKeys, spareOrder) = (new ulong[keys.Length], new int[keys.Length]);
        for (var shift = 0; shift < bits; shift += DigitBits)
        {
            Pass(keys, order, spareKeys, spareOrder, shift);
            (keys, spareKeys) = (spareKeys, keys);
            (order, spareOrder) = (spareOrder, order);
        }

        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass(ulong[] keys, int[] order, ulong[] sortedKeys, int[] sortedOrder, int shift)
    {
        Span<int> next = stackalloc int[Digits];
        next.Clear();
        foreach (var key in keys)
            next[(int)(key >> shift) & (Digits - 1)]++;
        var sum = 0;
        for (var digit = 0; digit < Digits; digit++)
            (next[digit], sum) = (sum, sum + next[digit]);
        for (var i = 0; i < keys.Length; i++)
        {
            var place = next[(int)(keys[i] >> shift) & (Digits - 1)]++;
            (sortedKeys[place], sortedOrder[place]) = (keys[i], order[i]);
        }
    }
}
