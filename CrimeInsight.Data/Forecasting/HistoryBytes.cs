using System.Collections.Immutable;

namespace CrimeInsight.Data.Forecasting;

/// <summary>Counts as unsigned LEB128: seven bits a byte, least first; most counts take one byte.</summary>
internal static class HistoryBytes
{
    private const int BitsPerByte = 7;
    private const int More = 0x80;

    public static byte[] Write(ReadOnlySpan<int> counts)
    {
        var bytes = new List<byte>(counts.Length * 2);
        foreach (var count in counts)
        {
            var rest = (uint)count;
            for (; rest >= More; rest >>= BitsPerByte)
                bytes.Add((byte)(rest | More));
            bytes.Add((byte)rest);
        }

        return [.. bytes];
    }

    public static ImmutableArray<double> Read(ReadOnlySpan<byte> bytes)
    {
        var counts = ImmutableArray.CreateBuilder<double>(bytes.Length);
        var (value, shift) = (0u, 0);
        foreach (var part in bytes)
        {
            value |= (uint)(part & ~More) << shift;
            shift += BitsPerByte;
            if (part < More)
            {
                counts.Add(value);
                (value, shift) = (0, 0);
            }
        }

        return counts.ToImmutable();
    }
}
