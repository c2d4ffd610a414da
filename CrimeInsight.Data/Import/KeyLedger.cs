using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrimeInsight.Data.Import;

/// <summary>Remembers half of each key of a batch, to know that no two rows have one key.</summary>
internal sealed class KeyLedger
{
    /// <summary>Keys remembered at most, in 8 bytes each; a larger batch is left to the database.</summary>
    private const int MostKeys = 8_000_000;

    private const int Lists = 256;

    // By their first byte: none of the lists grows so large that sorting it, or making room in it, takes much.
    private List<ulong>[] _halves = [.. Enumerable.Range(0, Lists).Select(_ => new List<ulong>())];
    private long _count;

    /// <param name="key">At least eight bytes.</param>
    public void Add(ReadOnlySpan<byte> key)
    {
        if (_count++ < MostKeys)
            _halves[key[0]].Add(BinaryPrimitives.ReadUInt64BigEndian(key));
    }

    /// <summary>True: no two keys are equal. False: some are, or may be. To be asked once.</summary>
    public bool AllDiffer()
    {
        var differ = _count <= MostKeys && Array.TrueForAll(_halves, AllDiffer);
        _halves = [];
        return differ;
    }

    private static bool AllDiffer(List<ulong> list)
    {
        var halves = CollectionsMarshal.AsSpan(list);
        RadixSort.Sort(halves);
        for (var i = 1; i < halves.Length; i++)
            if (halves[i] == halves[i - 1])
                return false;
        return true;
    }
}
