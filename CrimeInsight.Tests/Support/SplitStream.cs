namespace CrimeInsight.Tests.Support;

/// <summary>Gives bytes in pieces of random length, as a socket does.</summary>
internal sealed class SplitStream(byte[] bytes, Random random, int mostAtOnce) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, random.Next(1, mostAtOnce + 1))]);
}
