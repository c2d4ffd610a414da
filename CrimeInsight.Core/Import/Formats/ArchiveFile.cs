using System.IO.Compression;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>Opens the one data file of an archive, once nothing about the archive is unsafe.</summary>
internal static class ArchiveFile
{
    private const int MostEntries = 10_000, MostShown = 20, MostParts = 500;

    private static readonly string[] s_notData = ["__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini"];

    public static bool IsWorkbook(Stream whole)
    {
        using var archive = OpenZip(whole);
        whole.Position = 0;
        return archive.GetEntry("[Content_Types].xml") is not null;
    }

    /// <param name="whole">Closed with what is returned.</param>
    /// <param name="beneath">In which the archive lies: closed with what is returned, too.</param>
    public static DataStream Open(Stream whole, DataFileChoice choice, IDisposable? beneath)
    {
        var archive = OpenChecked(whole);
        try
        {
            if (archive.GetEntry("[Content_Types].xml") is not null)
                return WorkbookRows.Open(whole, archive, choice, beneath);
            var entry = Choose([.. archive.Entries.Where(IsData)], choice);
            return DataStream.Open(LimitedStream.Of(entry), choice, new Both(archive, whole));
        }
        catch (InvalidDataException)
        {
            throw new ImportRefusedException(FileProblem.Damaged, "ZIP");
        }
    }

    public static DataStream OpenGzip(Stream whole, DataFileChoice choice)
    {
        var unpacked = new LimitedStream(new GzipMembers(whole), whole.Length);
        return DataStream.Open(unpacked, choice, unpacked);
    }

    /// <summary>An archive in which nothing is unsafe.</summary>
    /// <param name="whole">Stays open.</param>
    /// <exception cref="ImportRefusedException">Unsafe or damaged.</exception>
    public static ZipArchive OpenChecked(Stream whole)
    {
        var archive = OpenZip(whole);
        Check(archive);
        return archive;
    }

    /// <summary>No folder, and nothing that systems add of their own.</summary>
    public static bool IsData(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !s_notData.Any(mark => entry.FullName.StartsWith(mark, StringComparison.Ordinal) || entry.Name == mark);

    private static ZipArchive OpenZip(Stream whole)
    {
        try
        {
            var archive = new ZipArchive(whole, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count <= MostEntries ? archive : throw new ImportRefusedException(FileProblem.ArchiveBomb);
        }
        catch (InvalidDataException)
        {
            throw new ImportRefusedException(FileProblem.Damaged, "ZIP");
        }
    }

    private static void Check(ZipArchive archive)
    {
        long total = 0, packed = 0;
        foreach (var entry in archive.Entries)
        {
            if (IsTrick(entry.FullName))
                throw new ImportRefusedException(FileProblem.ArchivePath, entry.FullName);
            if (entry.IsEncrypted)
                throw new ImportRefusedException(FileProblem.Encrypted);
            LimitedStream.Check(entry.Length, entry.CompressedLength);
            (total, packed) = (total + entry.Length, packed + entry.CompressedLength);
        }

        LimitedStream.Check(total, packed);
    }

    private static bool IsTrick(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
        || name.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0 || name.Split('/').Contains("..");

    private static ZipArchiveEntry Choose(List<ZipArchiveEntry> entries, DataFileChoice choice)
    {
        var names = string.Join(", ", entries.Take(MostShown).Select(entry => entry.FullName));
        if (choice.Entry is { } wanted)
            return entries.Find(entry => entry.FullName == wanted || entry.Name == wanted)
                ?? throw new ImportRefusedException(FileProblem.ArchiveEntryUnknown, wanted, names);
        return entries switch
        {
            [] => throw new ImportRefusedException(FileProblem.ArchiveEmpty),
            [var only] => only,
            _ => throw new ImportRefusedException(FileProblem.ArchiveSeveral, names) { Parts = [.. entries.Take(MostParts).Select(entry => entry.FullName)] },
        };
    }

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
