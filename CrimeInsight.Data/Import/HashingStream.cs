using System.Security.Cryptography;

namespace CrimeInsight.Data.Import;

/// <summary>Reads a stream once, counting its bytes and hashing them.</summary>
internal sealed class HashingStream(Stream inner) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long BytesRead { get; private set; }

    /// <returns>0 at the end.</returns>
    public int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _hash.AppendData(buffer[..read]);
        BytesRead += read;
        return read;
    }

    /// <summary>SHA-256 of the bytes read.</summary>
    public byte[] Hash() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
