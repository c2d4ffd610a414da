using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Vectors that begin at a cache line: one number for each of several replicas side by side.</summary>
internal sealed class LaneBuffer<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    private readonly T[] _values;
    private readonly int _first;

    public LaneBuffer(long vectors)
    {
        var padding = LineBytes / Unsafe.SizeOf<T>();
        var length = checked(vectors * Vector512<T>.Count + padding);
        _values = GC.AllocateArray<T>(checked((int)length), pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0).ToInt64();
        _first = (int)((LineBytes - address % LineBytes) % LineBytes / Unsafe.SizeOf<T>());
    }

    /// <summary>All lanes of all vectors, vector after vector.</summary>
    public Span<T> Values => _values.AsSpan(_first);

    /// <summary>The first lane of the first vector.</summary>
    public ref T Start => ref _values[_first];
}
