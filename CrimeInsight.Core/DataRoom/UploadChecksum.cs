using System.Security.Cryptography;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What the bytes of one request must hash to.</summary>
public sealed record UploadChecksum(HashAlgorithmName Algorithm, byte[] Hash)
{
    /// <summary>By their names in the protocol.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sha1", "sha256"];

    /// <summary>Reads <c>sha1 BASE64</c>.</summary>
    /// <returns>Null when it is none.</returns>
    public static UploadChecksum? Parse(string text)
    {
        if (text.Split(' ', 2) is not [var name, var hash] || !Names.Contains(name))
            return null;
        var algorithm = name == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        var bytes = new byte[hash.Length];
        return Convert.TryFromBase64String(hash, bytes, out var length) ? new UploadChecksum(algorithm, bytes[..length]) : null;
    }
}
