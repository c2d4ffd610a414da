using System.Buffers.Binary;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>Damages files as disks, links, programs and people do, the same way for the same seed.</summary>
internal sealed class DamagedFiles(int seed, IReadOnlyList<(string Format, byte[] Bytes)> sound)
{
    private const int MostPieces = 16;
    private const int LongestRepeat = 200;

    private static readonly byte[][] s_twists =
    [
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], "\""u8.ToArray(), "\r"u8.ToArray(), "\n\n\n"u8.ToArray(), [0xC3], [0xED, 0xA0, 0x80], "{[{["u8.ToArray(),
        "</row>"u8.ToArray(), "&#0;"u8.ToArray(), ",,,,,,,,"u8.ToArray(), "1e999999999"u8.ToArray(), "\\u"u8.ToArray(), [0xF4, 0x90, 0x80, 0x80],
    ];

    private static readonly uint[] s_counts = [uint.MaxValue, int.MaxValue, 0x7FFF_FFF0, 0x1000_0000, 0];

    private readonly Random _random = new(seed);

    /// <summary>One more damaged file.</summary>
    public (string Name, byte[] Bytes) Next()
    {
        var (format, bytes) = sound[_random.Next(sound.Count)];
        (string, byte[]) made = _random.Next(9) switch
        {
            0 => ("bits", Bits(bytes)),
            1 => ("bytes", Noise(bytes)),
            2 => ("cut", bytes[..Place(bytes)]),
            3 => ("head lost", bytes[Place(bytes)..]),
            4 => ("spliced", Splice(bytes, sound[_random.Next(sound.Count)].Bytes)),
            5 => ("counts", Counts(bytes)),
            6 => ("digits", Digits(bytes)),
            7 => ("repeated", Repeat(bytes)),
            _ => ("twisted", Twist(bytes)),
        };
        return ($"{format} {made.Item1}", made.Item2);
    }

    private int Place(byte[] bytes) => _random.Next(bytes.Length + 1);

    private byte[] Bits(byte[] bytes) => Changed(bytes, (copy, at) => copy[at] ^= (byte)(1 << _random.Next(8)));

    private byte[] Noise(byte[] bytes) => Changed(bytes, (copy, at) => copy[at] = (byte)_random.Next(256));

    // As lengths and counts of binary formats stand: four or eight bytes, or seven bits each.
    private byte[] Counts(byte[] bytes) => Changed(bytes, (copy, at) =>
    {
        var target = copy.AsSpan(at);
        var huge = s_counts[_random.Next(s_counts.Length)];
        if (target.Length >= sizeof(uint))
            BinaryPrimitives.WriteUInt32LittleEndian(target, huge);
    });

    private byte[] Digits(byte[] bytes) => Changed(bytes, (copy, at) =>
    {
        for (var i = at; i < copy.Length && i < at + LongestRepeat; i++)
            if (char.IsAsciiDigit((char)copy[i]))
                copy[i] = (byte)'9';
    });

    private byte[] Changed(byte[] bytes, Action<byte[], int> change)
    {
        var copy = (byte[])bytes.Clone();
        for (var i = _random.Next(1, MostPieces); i > 0; i--)
            change(copy, _random.Next(copy.Length));
        return copy;
    }

    private byte[] Splice(byte[] first, byte[] second) => [.. first[..Place(first)], .. second[Place(second)..]];

    private byte[] Repeat(byte[] bytes)
    {
        var from = _random.Next(bytes.Length);
        var piece = bytes[from..Math.Min(bytes.Length, from + _random.Next(1, LongestRepeat))];
        var times = _random.Next(1, LongestRepeat);
        return [.. bytes[..from], .. Enumerable.Repeat(piece, times).SelectMany(part => part), .. bytes[from..]];
    }

    private byte[] Twist(byte[] bytes)
    {
        var at = Place(bytes);
        return [.. bytes[..at], .. s_twists[_random.Next(s_twists.Length)], .. bytes[at..]];
    }
}
