using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Data.Sources;

/// <summary>
/// Reads watched folders: the oldest file that stands still. Nothing is followed out of the folder that is set up for sources. A file that has been dealt
/// with is moved to <c>done</c> or <c>failed</c> beside it, with the reason; it never overwrites another, and one that was replaced meanwhile stays.
/// </summary>
internal sealed class FolderReader(SourceRules rules, TimeProvider time) : ISourceReader
{
    private const string Done = "done";
    private const string Failed = "failed";
    private const string ReasonEnd = ".txt";
    private const int MostTries = 1000;

    // What programs call a file while they write it.
    private static readonly string[] s_unfinished = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart"];

    public SourceKind Kind => SourceKind.Folder;

    public SourceTrouble? Judge(SourceEdit edit)
    {
        if (rules.Folder is null)
            return new SourceTrouble(SourceProblem.FoldersOff, []);
        var isInside = !Path.IsPathRooted(edit.Address) && !edit.Address.Contains('\0', StringComparison.Ordinal)
            && Parts(edit.Address).All(part => part != ".." && part != Done && part != Failed && !part.Contains(':', StringComparison.Ordinal));
        return isInside ? null : new SourceTrouble(SourceProblem.FolderOutside, [edit.Address]);
    }

    public async Task<SourceFind> OpenAsync(SourceEdit edit, string? mark, string? secret, bool isTrial, CancellationToken cancellationToken)
    {
        var folder = Resolve(edit);
        var seen = Files(folder);
        if (!isTrial && seen.Count > 0)
        {
            await Task.Delay(rules.Settle, time, cancellationToken);
            var now = time.GetUtcNow().UtcDateTime;
            var still = Files(folder).Where(file => now - file.LastWriteTimeUtc >= rules.Settle
                && seen.Any(before => before.Name == file.Name && MarkOf(before) == MarkOf(file)));
            seen = [.. still];
            if (seen.Count == 0)
                return new SourceFind(null, IsGrowing: true);
        }

        var file = seen.Where(one => one.LinkTarget is null && UploadDesk.NameOf(one.Name) == one.Name).FirstOrDefault();
        if (file is null)
            return seen.Count == 0 ? new SourceFind(null) : throw new SourceException(SourceProblem.FileLinked, seen[0].Name);
        return new SourceFind(Open(file));
    }

    public void PutAway(SourceEdit edit, string name, string? mark, bool isGood, string? reason)
    {
        var folder = Resolve(edit);
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists || file.LinkTarget is not null || MarkOf(file) != mark)
            return;
        var place = Directory.CreateDirectory(Path.Combine(folder, isGood ? Done : Failed));
        if (place.LinkTarget is not null)
            throw new SourceException(SourceProblem.FolderOutside, place.Name);
        var path = Move(file, place.FullName);
        if (reason is not null)
            File.WriteAllText(path + ReasonEnd, reason);
    }

    private static string Move(FileInfo file, string place)
    {
        for (var number = 1; ; number++)
        {
            var count = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var path = Path.Combine(place, Path.GetFileNameWithoutExtension(file.Name) + count + file.Extension);
            try
            {
                File.Move(file.FullName, path, overwrite: false);
                return path;
            }
            catch (IOException) when (File.Exists(path) && number < MostTries)
            {
                // Such a name was put away before.
            }
        }
    }

    private static SourceContent Open(FileInfo file)
    {
        var mark = MarkOf(file);
        var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        file.Refresh();
        if (file.LinkTarget is null && MarkOf(file) == mark && stream.Length == file.Length)
            return new SourceContent(file.Name, mark, stream, stream.Length);
        stream.Dispose();
        throw new SourceException(SourceProblem.FileLinked, file.Name);
    }

    /// <summary>Files that may be taken, the oldest first; empty ones are about to be written.</summary>
    private static List<FileInfo> Files(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => file.Name[0] != '.' && !s_unfinished.Contains(file.Extension.ToLowerInvariant()) && (file.LinkTarget is not null || file.Length > 0))
            .OrderBy(file => file.LastWriteTimeUtc)
            .ThenBy(file => file.Name, StringComparer.Ordinal),
    ];

    private string Resolve(SourceEdit edit)
    {
        if (Judge(edit) is { } trouble)
            throw new SourceException(trouble);
        var folder = Path.GetFullPath(rules.Folder!);
        if (!Directory.Exists(folder))
            throw new SourceException(SourceProblem.FolderMissing, edit.Address);
        foreach (var part in Parts(edit.Address))
        {
            var inner = new DirectoryInfo(Path.Combine(folder, part));
            if (!inner.Exists)
                throw new SourceException(SourceProblem.FolderMissing, edit.Address);
            if (inner.LinkTarget is not null)
                throw new SourceException(SourceProblem.FolderOutside, edit.Address);
            folder = inner.FullName;
        }

        return folder;
    }

    private static IEnumerable<string> Parts(string address) => address.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");

    private static string MarkOf(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}");
}
