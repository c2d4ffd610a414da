using System.IO.Hashing;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Hashes whole rows: the same cells in the same order are the same row, in any file, however they are quoted and separated.</summary>
internal sealed class RowHash
{
    private readonly XxHash128 _hash = new();

    public UInt128 Of(in RawRow record)
    {
        for (var i = 0; i < record.CellCount; i++)
        {
            _hash.Append(MemoryMarshal.AsBytes(record[i]));
            // No cell holds it, so that cells do not run into each other.
            _hash.Append([0x1F, 0]);
        }

        var hash = _hash.GetCurrentHashAsUInt128();
        _hash.Reset();
        return hash;
    }
}
