using System.IO.Compression;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Formats;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Reads the areas of GeoJSON (also packed by gzip or in a ZIP) and of a shapefile in a ZIP.</summary>
internal static class ShapeFile
{
    public const int MostBytes = 128 << 20;
    private const int MostUnpackedBytes = 256 << 20;
    private const int MostAreas = 50_000;
    private const int MostCorners = 4_000_000;

    /// <summary>The first bytes of a .shp: its file code.</summary>
    private static ReadOnlySpan<byte> BareShapes => [0, 0, 0x27, 0x0A];

    /// <summary>The content; of one that is too large, enough to tell.</summary>
    public static async Task<byte[]> TakeAsync(Stream file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; content.Length <= MostBytes && (read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            content.Write(buffer, 0, read);
        return content.ToArray();
    }

    /// <exception cref="ShapeFileException">It gives none.</exception>
    public static IReadOnlyList<RawShape> Read(byte[] content)
    {
        if (content.Length > MostBytes)
            throw new ShapeFileException(BoundaryProblem.TooLarge);
        try
        {
            var shapes = content.AsSpan().StartsWith(BareShapes)
                ? throw new ShapeFileException(BoundaryProblem.Incomplete)
                : DataKinds.Of(content) switch
                {
                    DataKind.Zip => FromArchive(content),
                    DataKind.Gzip => ShapeJson.Read(Unpack(new GZipStream(new MemoryStream(content), CompressionMode.Decompress), content.Length)),
                    DataKind.Json or DataKind.JsonLines => ShapeJson.Read(content),
                    _ => throw new ShapeFileException(BoundaryProblem.NotRead),
                };
            return shapes.Count == 0 ? throw new ShapeFileException(BoundaryProblem.NoAreas)
                : shapes.Count > MostAreas || shapes.Sum(shape => (long)(shape.Geometry?.NumPoints ?? 0)) > MostCorners
                    ? throw new ShapeFileException(BoundaryProblem.TooLarge)
                    : shapes;
        }
        catch (ImportRefusedException refused)
        {
            throw new ShapeFileException(ProblemOf(refused.Problem), refused);
        }
        // What readers throw at damaged bytes is not their contract.
        catch (Exception damage) when (damage is not (ShapeFileException or OutOfMemoryException))
        {
            throw new ShapeFileException(BoundaryProblem.NotRead, damage);
        }
    }

    private static BoundaryProblem ProblemOf(FileProblem problem) => problem switch
    {
        FileProblem.ArchiveBomb => BoundaryProblem.TooLarge,
        FileProblem.ArchivePath or FileProblem.Encrypted => BoundaryProblem.Unsafe,
        _ => BoundaryProblem.NotRead,
    };

    private static List<RawShape> FromArchive(byte[] content)
    {
        using var archive = ArchiveFile.OpenChecked(new MemoryStream(content));
        var entries = archive.Entries.Where(ArchiveFile.IsData).ToList();
        if (Only(entries, ".shp") is { } shapes)
        {
            var stem = Path.ChangeExtension(shapes.FullName, null);
            var table = Beside(entries, stem, ".dbf") ?? throw new ShapeFileException(BoundaryProblem.Incomplete);
            return ShapeTable.Read(
                Unpack(shapes, content.Length), Unpack(table, content.Length), Text(Beside(entries, stem, ".prj"), content.Length),
                Text(Beside(entries, stem, ".cpg"), content.Length));
        }

        if (Only(entries, ".geojson") is { } areas)
            return ShapeJson.Read(Unpack(areas, content.Length));
        return Only(entries, ".json") is { } json ? ShapeJson.Read(Unpack(json, content.Length))
            : throw new ShapeFileException(entries.Exists(IsPart) ? BoundaryProblem.Incomplete : BoundaryProblem.NotRead);
    }

    // Of a shapefile without its areas.
    private static bool IsPart(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToUpperInvariant() is ".DBF" or ".SHX" or ".PRJ";

    private static ZipArchiveEntry? Only(List<ZipArchiveEntry> entries, string extension) =>
        entries.FindAll(entry => entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new ShapeFileException(BoundaryProblem.Several),
        };

    private static ZipArchiveEntry? Beside(List<ZipArchiveEntry> entries, string stem, string extension) =>
        entries.Find(entry => string.Equals(entry.FullName, stem + extension, StringComparison.OrdinalIgnoreCase));

    private static string Text(ZipArchiveEntry? entry, long packed) =>
        entry is null ? "" : System.Text.Encoding.UTF8.GetString(Unpack(entry, packed)).Trim();

    private static byte[] Unpack(ZipArchiveEntry entry, long packed) => Unpack(entry.Open(), packed);

    private static byte[] Unpack(Stream packed, long packedBytes)
    {
        using var limited = new LimitedStream(packed, packedBytes);
        using var unpacked = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = limited.Read(buffer)) > 0;)
        {
            if (unpacked.Length + read > MostUnpackedBytes)
                throw new ShapeFileException(BoundaryProblem.TooLarge);
            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }
}
