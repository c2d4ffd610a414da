using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>A mapping bound to the header of a file.</summary>
public sealed class FileLayout
{
    private readonly ColumnSource?[] _columns = new ColumnSource?[ImportFields.All.Count];

    private FileLayout(ImportMapping mapping, IReadOnlyList<string> header)
    {
        Mapping = mapping;
        ColumnCount = header.Count;
        foreach (var field in ImportFields.All)
            if (mapping.Columns.TryGetValue(ImportFields.NameOf(field), out var column))
                _columns[(int)field] = Bind(field, column, header);
        var read = _columns.Where(column => column is not null).Select(column => column!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        IgnoredColumns = [.. header.Where(name => name.Length > 0 && !read.Contains(name))];
    }

    public ImportMapping Mapping { get; }

    public int ColumnCount { get; }

    public ImmutableArray<string> IgnoredColumns { get; }

    /// <summary>Null when the file has no such column.</summary>
    internal ColumnSource? this[ImportField field] => _columns[(int)field];

    public bool HasCoordinates => this[ImportField.Latitude] is not null;

    /// <summary>No column names a place.</summary>
    public bool IsLocatedByCoordinates =>
        this[ImportField.JurisdictionCode] is null && this[ImportField.State] is null
        && this[ImportField.District] is null && this[ImportField.Station] is null;

    /// <summary>The value as the canonical file would have it; empty when the file has no such column.</summary>
    internal ReadOnlySpan<char> Read(in RawRow record, ImportField field) => _columns[(int)field] is { } column ? column.Read(record) : default;

    /// <summary>Name of a column in the file, or the canonical one when it has none.</summary>
    internal string NameOf(ImportField field) => _columns[(int)field]?.Name ?? ImportFields.NameOf(field);

    /// <summary>Names that the mapping reads.</summary>
    internal static IReadOnlySet<string> Wanted(ImportMapping mapping) =>
        mapping.Columns.Values.Where(column => column.From is not null).Select(column => column.From!).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the header record.</summary>
    /// <exception cref="ImportRefusedException">Unreadable, doubled or missing columns.</exception>
    internal static FileLayout Read(CsvRecordReader reader, ImportMapping mapping, string encodingName)
    {
        if (!reader.Read())
            throw new ImportRefusedException(FileProblem.Empty);
        if (reader.Fault != CsvFault.None || reader.Current.Text.ContainsAny(TextSource.Undecodable, '\0'))
            throw new ImportRefusedException(FileProblem.HeaderUnreadable, encodingName);
        var header = reader.Cells();
        var names = header.Where(name => name.Length > 0).CountBy(name => name, StringComparer.OrdinalIgnoreCase);
        string[] doubled = [.. names.Where(name => name.Value > 1).Select(name => name.Key)];
        if (doubled.Length > 0)
            throw new ImportRefusedException(FileProblem.DuplicateHeader, string.Join(", ", doubled));
        RequireColumns(mapping, header);
        var sources = mapping.Columns.Values.Select(column => column.From).OfType<string>();
        if (sources.FirstOrDefault(name => !ImportFields.IsName(name) && PersonalData.IsColumn(name)) is { } personal)
            throw new ImportRefusedException(FileProblem.PersonalColumn, personal);
        reader.ExpectedCells = header.Length;
        return new FileLayout(mapping, header);
    }

    private static void RequireColumns(ImportMapping mapping, string[] header)
    {
        var present = header.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = mapping.Columns.Values
            .Where(column => column is { From: not null, IsOptional: false } && !present.Contains(column.From))
            .Select(column => column.From!)
            .ToList();
        if (!Has(mapping, present, ImportField.HeadCode) && !Has(mapping, present, ImportField.Sections))
            missing.Add("head_code / sections");
        if (!HasPlace(mapping, present))
            missing.Add("jurisdiction_code / state / district / station / latitude + longitude");
        if (missing.Count > 0)
            throw new ImportRefusedException(FileProblem.ColumnMissing, string.Join(", ", missing), string.Join(", ", header));
    }

    private static bool HasPlace(ImportMapping mapping, HashSet<string> present) =>
        Has(mapping, present, ImportField.JurisdictionCode) || Has(mapping, present, ImportField.State)
        || Has(mapping, present, ImportField.District) || Has(mapping, present, ImportField.Station)
        || (Has(mapping, present, ImportField.Latitude) && Has(mapping, present, ImportField.Longitude) && mapping.Coordinates == CoordinateRule.Check);

    private static bool Has(ImportMapping mapping, HashSet<string> present, ImportField field) =>
        mapping.Columns.TryGetValue(ImportFields.NameOf(field), out var column) && (column.Constant is not null || present.Contains(column.From!));

    private static ColumnSource? Bind(ImportField field, ColumnMapping column, IReadOnlyList<string> header)
    {
        if (column.From is null)
            return new ColumnSource(ImportFields.NameOf(field), -1, column);
        for (var index = 0; index < header.Count; index++)
            if (header[index].Equals(column.From, StringComparison.OrdinalIgnoreCase))
                return new ColumnSource(header[index], index, column);
        return null;
    }
}
