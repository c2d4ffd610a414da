using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Cli;

/// <summary>The file that is imported, and whether it is still the one that was opened.</summary>
internal sealed class ImportInput : IDisposable
{
    private readonly string? _path;
    private readonly DateTime _writtenAt;

    private ImportInput(Stream content, string? path)
    {
        Content = content;
        _path = path;
        if (path is null)
            return;
        Length = content.Length;
        _writtenAt = File.GetLastWriteTimeUtc(path);
    }

    public Stream Content { get; }

    /// <summary>Bytes; 0 when unknown.</summary>
    public long Length { get; }

    /// <exception cref="ImportRefusedException">It cannot be opened.</exception>
    public static ImportInput Open(ImportOptions options)
    {
        if (options.IsStandardInput)
            return new ImportInput(Console.OpenStandardInput(), null);
        try
        {
            // Others may go on writing: that is found at the end, not forbidden.
            var stream = new FileStream(
                options.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
            return new ImportInput(stream, stream.CanSeek ? options.File : null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ImportRefusedException(FileProblem.Unreadable, failure.Message);
        }
    }

    public bool IsUnchanged() =>
        _path is null || (File.Exists(_path) && Content.Length == Length && Content.Position == Length && File.GetLastWriteTimeUtc(_path) == _writtenAt);

    public void Dispose() => Content.Dispose();
}
