using System.Text;
using CrimeInsight.Core.DataRoom;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Uploads on disk: one file each, named by its key, lists beside it. Only the user who runs the app may read them.</summary>
internal sealed class UploadFolder(string folder) : IUploadFiles
{
    private const string ContentEnd = ".upload";
    private const string PartialEnd = ".partial";

    public long? FreeBytes()
    {
        try
        {
            Ensure();
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Create(Guid id)
    {
        Ensure();
        using var file = new FileStream(ContentOf(id), Writing(FileMode.CreateNew));
    }

    public long LengthOf(Guid id) => new FileInfo(ContentOf(id)) is { Exists: true } file ? file.Length : 0;

    public bool Exists(Guid id) => File.Exists(ContentOf(id));

    public Stream OpenToWrite(Guid id) => new FileStream(ContentOf(id), Writing(FileMode.Open));

    public Stream OpenToRead(Guid id) =>
        new FileStream(ContentOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);

    public TextWriter WriteList(Guid id, string name)
    {
        var path = ListOf(id, name);
        return new ListWriter(new FileStream(path + PartialEnd, Writing(FileMode.Create)), path);
    }

    public Stream? OpenList(Guid id, string name)
    {
        try
        {
            return new FileStream(ListOf(id, name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void DeleteContent(Guid id)
    {
        if (Directory.Exists(folder))
            File.Delete(ContentOf(id));
    }

    public void Delete(Guid id)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, $"{id:N}.*"))
            File.Delete(file);
    }

    public IReadOnlyList<Guid> Untouched(DateTimeOffset since) => !Directory.Exists(folder) ? [] :
    [
        .. from file in new DirectoryInfo(folder).EnumerateFiles()
           let name = file.Name.Split('.')[0]
           where Guid.TryParseExact(name, "N", out _) && file.LastWriteTimeUtc < since.UtcDateTime
           group file by Guid.ParseExact(name, "N") into upload
           select upload.Key,
    ];

    private static FileStreamOptions Writing(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private void Ensure()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string ContentOf(Guid id) => Path.Combine(folder, $"{id:N}{ContentEnd}");

    private string ListOf(Guid id, string name) => Path.Combine(folder, $"{id:N}.{name}.csv");

    /// <summary>Gives the list its name once all is written.</summary>
    private sealed class ListWriter(FileStream file, string path) : StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))
    {
        private bool _isClosed;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (_isClosed || !disposing)
                return;
            _isClosed = true;
            File.Move(file.Name, path, overwrite: true);
        }
    }
}
