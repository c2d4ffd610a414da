using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrimeInsight.Data.Import;

/// <summary>Remembers half of each key of a batch, to know that no two rows have one key.</summary>
internal sealed class KeyLedger
{
    /// <summary>Keys remembered at most, in 8 bytes each; a larger batch is left to the database.</summary>
    private const int MostKeys = 20_000_000;

    private readonly List<ulong> _halves = [];
    private bool _isFull;

    /// <param name="key">At least eight bytes.</param>
    public void Add(ReadOnlySpan<byte> key)
    {
        if (_halves.Count < MostKeys)
            _halves.Add(BinaryPrimitives.ReadUInt64BigEndian(key));
        else
            _isFull = true;
    }

    /// <summary>True: no two keys are equal. False: some are, or may be. To be asked once.</summary>
    public bool AllDiffer()
    {
        var halves = CollectionsMarshal.AsSpan(_halves);
        RadixSort.Sort(halves);
        for (var i = 1; i < halves.Length; i++)
            if (halves[i] == halves[i - 1])
                return false;
        return !_isFull;
    }
}
