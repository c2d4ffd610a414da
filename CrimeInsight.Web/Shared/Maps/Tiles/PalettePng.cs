using System.Buffers.Binary;
using System.IO.Compression;

namespace CrimeInsight.Web.Shared.Maps.Tiles;

/// <summary>
/// Writes a picture of up to 256 colours with transparency as an indexed PNG (ISO/IEC 15948): a quarter of the bytes and time of true colour.
/// </summary>
internal static class PalettePng
{
    private static readonly byte[] s_signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] s_crcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="indexes">Row by row, size × size.</param>
    /// <param name="palette">Red, green, blue, alpha by index.</param>
    public static byte[] Encode(ReadOnlySpan<byte> indexes, int size, ReadOnlySpan<uint> palette)
    {
        using var png = new MemoryStream(8192);
        png.Write(s_signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], size);
        header[8] = 8;
        header[9] = 3;
        WriteChunk(png, "IHDR"u8, header);
        Span<byte> colours = stackalloc byte[3 * palette.Length];
        Span<byte> alphas = stackalloc byte[palette.Length];
        for (var i = 0; i < palette.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(colours[(3 * i)..], (ushort)(palette[i] >> 16));
            colours[3 * i + 2] = (byte)(palette[i] >> 8);
            alphas[i] = (byte)palette[i];
        }

        WriteChunk(png, "PLTE"u8, colours);
        WriteChunk(png, "tRNS"u8, alphas);
        WriteChunk(png, "IDAT"u8, Compress(indexes, size));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> indexes, int size)
    {
        using var packed = new MemoryStream(8192);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < size; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(indexes.Slice(row * size, size));
            }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            crc = s_crcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
