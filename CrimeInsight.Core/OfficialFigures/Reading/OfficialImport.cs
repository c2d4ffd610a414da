using System.Security.Cryptography;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Counts;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>Reads tables of official figures and keeps them as editions.</summary>
public sealed class OfficialImport(IReferenceDataReader references, IOfficialFigures figures)
{
    /// <summary>Published tables are small: the longest known has 9,017 rows.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    private const int FirstYear = 1947;
    private const int LastYear = 2100;

    /// <summary>Reads a file and keeps nothing.</summary>
    /// <param name="year">Of the whole table, where it does not say; null: as it says.</param>
    /// <param name="state">Name or code of the state of the whole table, where it does not say.</param>
    /// <param name="choice">Which part of a workbook or an archive holds the table; null: the only one.</param>
    /// <exception cref="ImportRefusedException">It holds no rows, or several parts of which none is chosen.</exception>
    public async Task<OfficialDraft> ReadAsync(Stream content, int? year, string? state, DataFileChoice? choice, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostBytes + 1];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MostBytes)
            return OfficialReader.Refused(OfficialProblem.TooLarge, 0);
        var reference = await references.GetAsync(cancellationToken);
        int[] country = reference.Jurisdictions.Root is { } root ? [root.Id] : [];
        var known = new KnownFigures(await figures.ReadAsync(country, FirstYear, LastYear, cancellationToken));
        var within = state is not null && reference.Jurisdictions.Find(state) is { } place ? place.NameIn("en") : state;
        var grid = Grid.Find(CountTables.ReadAll(new MemoryStream(bytes, 0, length), choice));
        return OfficialReader.Read(grid, reference.Jurisdictions, reference.Heads, known, year, within) with
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))),
        };
    }

    /// <summary>Keeps what was read.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator.</exception>
    public Task<OfficialEdition> StoreAsync(
        OfficialDraft draft, string source, string edition, string fileName, Viewer viewer, CancellationToken cancellationToken) =>
        figures.StoreAsync(new OfficialLoad(source, edition, fileName, draft.Sha256, draft.Cells), viewer, cancellationToken);
}
