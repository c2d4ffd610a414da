using System.Text;
using System.Text.Json;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Tells kinds of data by their first bytes.</summary>
internal static class DataKinds
{
    private const int BlockBytes = 64 * 1024;

    private static readonly byte[] s_encryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static DataKind Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => DataKind.Zip,
        [0x1F, 0x8B, ..] => DataKind.Gzip,
        [0x50, 0x41, 0x52, 0x31, ..] => DataKind.Parquet,
        [0x50, 0x41, 0x52, 0x45, ..] => DataKind.Encrypted,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => head.IndexOf(s_encryptedPackage) >= 0 ? DataKind.Encrypted : DataKind.Text,
        _ => JsonOf(head.StartsWith("\uFEFF"u8) ? head[3..] : head),
    };

    private static DataKind JsonOf(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty || head[0] is not ((byte)'{' or (byte)'['))
            return DataKind.Text;
        var rest = head[1..].TrimStart(" \t\r\n"u8);
        // {name} may be the header of a table; {"name" and [{ are not.
        if (head[0] == '[')
            return rest.IsEmpty || rest[0] is (byte)'{' or (byte)']' ? DataKind.Json : DataKind.Text;
        if (!rest.IsEmpty && rest[0] is not ((byte)'"' or (byte)'}'))
            return DataKind.Text;
        return HasSecondValue(head) ? DataKind.JsonLines : DataKind.Json;
    }

    /// <summary>Tells lines whose first is longer than the beginning from one object that holds all.</summary>
    /// <param name="whole">Seekable; stays where it is.</param>
    public static DataKind OfLongJson(Stream whole)
    {
        var start = whole.Position;
        var first = new JsonArrayStream(whole, isLines: true, mostBytes: 0);
        try
        {
            var block = new byte[BlockBytes];
            while (first.Read(block) > 0)
            {
            }

            // What was read behind its end belongs to the file, too.
            whole.Position = start + first.Consumed;
            var length = whole.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            return block.AsSpan(0, length).TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? DataKind.JsonLines : DataKind.Json;
        }
        catch (ImportRefusedException)
        {
            // Longer than any case.
            return DataKind.Json;
        }
        finally
        {
            whole.Position = start;
        }
    }

    /// <summary>After the first object stands another.</summary>
    private static bool HasSecondValue(ReadOnlySpan<byte> head)
    {
        try
        {
            var reader = new Utf8JsonReader(head, isFinalBlock: false, default);
            if (!reader.Read() || !reader.TrySkip())
                return false;
            var rest = head[(int)reader.BytesConsumed..].TrimStart(" \t\r\n"u8);
            return !rest.IsEmpty && rest[0] == '{';
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
