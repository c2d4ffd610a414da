using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CrimeInsight.Data.Import;

/// <summary>Writes fields in PostgreSQL's binary COPY format (documentation of COPY, "Binary Format"): a length, then the value, big-endian.</summary>
internal static class CopyEncoder
{
    private const int Int2Type = 21;
    private const int Int4Type = 23;

    private static readonly long s_epochTicks = new DateTime(2000, 1, 1).Ticks;
    private static readonly int s_epochDay = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>Signature, flags and length of the header's extension.</summary>
    public static ReadOnlyMemory<byte> Header { get; } = (byte[])[.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static ReadOnlyMemory<byte> Trailer { get; } = new byte[] { 0xFF, 0xFF };

    public static void WriteFieldCount(ArrayBufferWriter<byte> writer, short count)
    {
        BinaryPrimitives.WriteInt16BigEndian(writer.GetSpan(2), count);
        writer.Advance(2);
    }

    public static void WriteNull(ArrayBufferWriter<byte> writer)
    {
        BinaryPrimitives.WriteInt32BigEndian(writer.GetSpan(4), -1);
        writer.Advance(4);
    }

    public static void Write(ArrayBufferWriter<byte> writer, bool value)
    {
        var span = writer.GetSpan(5);
        BinaryPrimitives.WriteInt32BigEndian(span, 1);
        span[4] = value ? (byte)1 : (byte)0;
        writer.Advance(5);
    }

    public static void Write(ArrayBufferWriter<byte> writer, short value)
    {
        var span = writer.GetSpan(6);
        BinaryPrimitives.WriteInt32BigEndian(span, 2);
        BinaryPrimitives.WriteInt16BigEndian(span[4..], value);
        writer.Advance(6);
    }

    public static void Write(ArrayBufferWriter<byte> writer, int value)
    {
        var span = writer.GetSpan(8);
        BinaryPrimitives.WriteInt32BigEndian(span, 4);
        BinaryPrimitives.WriteInt32BigEndian(span[4..], value);
        writer.Advance(8);
    }

    public static void Write(ArrayBufferWriter<byte> writer, long value)
    {
        var span = writer.GetSpan(12);
        BinaryPrimitives.WriteInt32BigEndian(span, 8);
        BinaryPrimitives.WriteInt64BigEndian(span[4..], value);
        writer.Advance(12);
    }

    public static void Write(ArrayBufferWriter<byte> writer, double value) => Write(writer, BitConverter.DoubleToInt64Bits(value));

    public static void Write(ArrayBufferWriter<byte> writer, DateOnly value) => Write(writer, value.DayNumber - s_epochDay);

    /// <param name="utc">An instant, already in UTC whatever its kind says.</param>
    public static void WriteInstant(ArrayBufferWriter<byte> writer, DateTime utc) =>
        Write(writer, (utc.Ticks - s_epochTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>Text, or null. A NUL, which PostgreSQL cannot store, becomes a space.</summary>
    public static void Write(ArrayBufferWriter<byte> writer, string? value)
    {
        if (value is null)
        {
            WriteNull(writer);
            return;
        }

        var span = writer.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, span[4..]);
        span.Slice(4, length).Replace((byte)0, (byte)' ');
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        writer.Advance(4 + length);
    }

    /// <summary>A uuid from its 16 bytes in network order.</summary>
    public static void WriteUuid(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> bytes)
    {
        var span = writer.GetSpan(20);
        BinaryPrimitives.WriteInt32BigEndian(span, 16);
        bytes[..16].CopyTo(span[4..]);
        writer.Advance(20);
    }

    /// <summary>A one-dimensional array of smallint.</summary>
    public static void WriteArray(ArrayBufferWriter<byte> writer, ReadOnlySpan<short> values)
    {
        WriteArrayHeader(writer, Int2Type, values.Length, sizeof(short));
        foreach (var value in values)
            Write(writer, value);
    }

    /// <summary>A one-dimensional array of integer.</summary>
    /// <param name="factor">Every value is multiplied by it.</param>
    public static void WriteArray(ArrayBufferWriter<byte> writer, ReadOnlySpan<int> values, int factor)
    {
        WriteArrayHeader(writer, Int4Type, values.Length, sizeof(int));
        foreach (var value in values)
            Write(writer, value * factor);
    }

    // Dimensions, has nulls, type of the elements, length, lower bound.
    private static void WriteArrayHeader(ArrayBufferWriter<byte> writer, int elementType, int length, int elementBytes)
    {
        var span = writer.GetSpan(24);
        BinaryPrimitives.WriteInt32BigEndian(span, 20 + length * (4 + elementBytes));
        BinaryPrimitives.WriteInt32BigEndian(span[4..], 1);
        BinaryPrimitives.WriteInt32BigEndian(span[8..], 0);
        BinaryPrimitives.WriteInt32BigEndian(span[12..], elementType);
        BinaryPrimitives.WriteInt32BigEndian(span[16..], length);
        BinaryPrimitives.WriteInt32BigEndian(span[20..], 1);
        writer.Advance(24);
    }
}
