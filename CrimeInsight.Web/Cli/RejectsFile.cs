using System.Text;

namespace CrimeInsight.Web.Cli;

/// <summary>
/// The file of rejected rows: written under another name and renamed when the import has ended, so that a stopped import
/// leaves none, and an import without rejects does not replace an older one. Only its owner may read it.
/// </summary>
internal sealed class RejectsFile : IDisposable
{
    private readonly string _partial;
    private StreamWriter? _writer;

    private RejectsFile(string path, StreamWriter writer)
    {
        Path = path;
        _partial = PartialOf(path);
        _writer = writer;
    }

    public string Path { get; }

    public TextWriter Writer => _writer!;

    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static RejectsFile Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var full = System.IO.Path.GetFullPath(path);
        return new RejectsFile(full, new StreamWriter(new FileStream(PartialOf(full), options), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)));
    }

    /// <summary>Gives the file its name.</summary>
    public void Keep()
    {
        _writer!.Dispose();
        _writer = null;
        File.Move(_partial, Path, overwrite: true);
    }

    public void Dispose()
    {
        if (_writer is null)
            return;
        _writer.Dispose();
        File.Delete(_partial);
    }

    private static string PartialOf(string path) => path + ".partial";
}
