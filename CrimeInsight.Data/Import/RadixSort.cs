using System.Buffers;

namespace CrimeInsight.Data.Import;

/// <summary>
/// Sorts 64-bit keys byte by byte, least significant first (Knuth, The Art of Computer Programming 3, 5.2.5); bytes all keys
/// share cost nothing.
/// </summary>
internal static class RadixSort
{
    private const int Digits = 8;
    private const int Radix = 256;

    /// <summary>Fewer keys are compared: counting digits would cost more.</summary>
    private const int Least = 512;

    public static void Sort(Span<ulong> keys)
    {
        if (keys.Length < Least)
        {
            keys.Sort();
            return;
        }

        var scratch = ArrayPool<ulong>.Shared.Rent(keys.Length);
        Sort(keys, [], scratch.AsSpan(0, keys.Length), []);
        ArrayPool<ulong>.Shared.Return(scratch);
    }

    /// <param name="items">As many as keys, and moved with them.</param>
    public static void Sort(Span<ulong> keys, Span<int> items)
    {
        if (keys.Length < Least)
        {
            keys.Sort(items);
            return;
        }

        var keyScratch = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var itemScratch = ArrayPool<int>.Shared.Rent(keys.Length);
        Sort(keys, items, keyScratch.AsSpan(0, keys.Length), itemScratch.AsSpan(0, keys.Length));
        ArrayPool<ulong>.Shared.Return(keyScratch);
        ArrayPool<int>.Shared.Return(itemScratch);
    }

    private static void Sort(Span<ulong> keys, Span<int> items, Span<ulong> keyScratch, Span<int> itemScratch)
    {
        var counts = new int[Digits * Radix];
        foreach (var key in keys)
            for (var digit = 0; digit < Digits; digit++)
                counts[digit * Radix + (int)((key >> (digit * 8)) & 0xFF)]++;
        var from = keys;
        var to = keyScratch;
        var fromItems = items;
        var toItems = itemScratch;
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Radix, Radix);
            if (starts.Contains(keys.Length))
                continue;
            ToStarts(starts);
            Distribute(from, to, fromItems, toItems, starts, digit * 8);
            var keysNow = to;
            to = from;
            from = keysNow;
            var itemsNow = toItems;
            toItems = fromItems;
            fromItems = itemsNow;
        }

        if (from != keys)
        {
            from.CopyTo(keys);
            fromItems.CopyTo(items);
        }
    }

    private static void ToStarts(Span<int> counts)
    {
        var start = 0;
        foreach (ref var count in counts)
            (count, start) = (start, start + count);
    }

    private static void Distribute(
        ReadOnlySpan<ulong> from, Span<ulong> to, ReadOnlySpan<int> fromItems, Span<int> toItems, Span<int> starts, int shift)
    {
        for (var i = 0; i < from.Length; i++)
        {
            var at = starts[(int)((from[i] >> shift) & 0xFF)]++;
            to[at] = from[i];
            if (i < fromItems.Length)
                toItems[at] = fromItems[i];
        }
    }
}
