namespace CrimeInsight.Core.Sources;

/// <summary>A file of a source, open to be read once.</summary>
/// <param name="name">Shown to people: no path.</param>
/// <param name="mark">Tells this content from another under the same name.</param>
/// <param name="length">Bytes; null when the sender does not say.</param>
public sealed class SourceContent(string name, string? mark, Stream stream, long? length, IDisposable? also = null) : IAsyncDisposable
{
    public string Name { get; } = name;

    public string? Mark { get; } = mark;

    public Stream Stream { get; } = stream;

    public long? Length { get; } = length;

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        also?.Dispose();
    }
}
