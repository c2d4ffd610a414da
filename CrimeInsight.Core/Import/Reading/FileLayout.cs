using System.Collections.Immutable;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>A mapping bound to the header of a file.</summary>
public sealed class FileLayout
{
    private readonly ColumnSource?[] _columns = new ColumnSource?[ImportFields.All.Count];

    private FileLayout(ImportMapping mapping, string[] header, long headerRow, char delimiter)
    {
        Delimiter = delimiter;
        Mapping = mapping;
        var plan = mapping.Prepare ?? PreparationPlan.Default;
        Plan = mapping.Coordinates == CoordinateRule.Discard ? plan with { Locates = false } : plan;
        Header = [.. header];
        HeaderRow = headerRow;
        IsOfRejects = RejectColumns.AreIn(header);
        foreach (var field in ImportFields.All)
            if (mapping.Columns.TryGetValue(ImportFields.NameOf(field), out var column))
                _columns[(int)field] = Bind(field, column);
        Filters = [.. (mapping.Where ?? []).Select(filter => new BoundFilter(filter, IndexOf(filter.Column)!.Value))];
        var read = _columns.OfType<ColumnSource>().SelectMany(column => column.Indexes).Concat(Filters.Select(filter => filter.Index)).ToHashSet();
        IgnoredColumns = [.. header.Where((name, index) => name.Length > 0 && !read.Contains(index) && !(IsOfRejects && RejectColumns.All.Contains(name)))];
    }

    public ImportMapping Mapping { get; }

    /// <summary>What is made of the values of its rows.</summary>
    public PreparationPlan Plan { get; }

    /// <summary>Counts what was made of them.</summary>
    internal PreparationTally Preparing { get; } = new();

    public char Delimiter { get; }

    /// <summary>Names of the file's columns, in its order.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The last row of the header, as a spreadsheet counts.</summary>
    public long HeaderRow { get; }

    /// <summary>The file is one of rejects, mended: what was made safe for a spreadsheet is turned back.</summary>
    public bool IsOfRejects { get; }

    public int ColumnCount => Header.Length;

    public ImmutableArray<string> IgnoredColumns { get; }

    /// <summary>Null when the file has no such column.</summary>
    internal ColumnSource? this[ImportField field] => _columns[(int)field];

    /// <summary>Which rows are cases.</summary>
    internal ImmutableArray<BoundFilter> Filters { get; }

    public bool HasCoordinates => this[ImportField.Latitude] is not null;

    /// <summary>No column names a place.</summary>
    public bool IsLocatedByCoordinates =>
        this[ImportField.JurisdictionCode] is null && this[ImportField.State] is null
        && this[ImportField.District] is null && this[ImportField.Station] is null;

    /// <summary>The value as the canonical file would have it; empty when the file has no such column.</summary>
    internal ReadOnlySpan<char> Read(in RawRow record, ImportField field) => _columns[(int)field] is { } column ? column.Read(record, Preparing) : default;

    /// <summary>Name of a column in the file, or the canonical one when it has none.</summary>
    internal string NameOf(ImportField field) => _columns[(int)field]?.Name ?? ImportFields.NameOf(field);

    /// <summary>Names that the mapping reads.</summary>
    internal static IReadOnlySet<string> Wanted(ImportMapping mapping) =>
        mapping.Columns.Values.SelectMany(column => column.From ?? []).ToHashSet(HeaderNames.Comparer);

    /// <summary>Reads the header record, or what records it is made of, and passes over what stands above.</summary>
    /// <exception cref="ImportRefusedException">Unreadable, doubled or missing columns.</exception>
    internal static FileLayout Read(CsvRecordReader reader, ImportMapping mapping, string encodingName)
    {
        var header = HeaderFinder.Read(reader, mapping, encodingName);
        RequireColumns(mapping, header);
        var sources = mapping.Columns.Values.SelectMany(column => column.From ?? []).ToList();
        if (sources.Find(PersonalData.IsWithheld) is { } personal)
            throw new ImportRefusedException(FileProblem.PersonalColumn, personal);
        string[] doubled = [.. sources.Where(name => HeaderNames.Find(header, name).Count > 1).Distinct(HeaderNames.Comparer)];
        if (doubled.Length > 0)
            throw new ImportRefusedException(FileProblem.DuplicateHeader, string.Join(", ", doubled));
        reader.ExpectedCells = header.Length;
        return new FileLayout(mapping, header, reader.Row, reader.Delimiter);
    }

    private static void RequireColumns(ImportMapping mapping, string[] header)
    {
        bool IsThere(string name) => HeaderNames.Find(header, name).Count > 0;
        var missing = mapping.Columns.Values
            .Where(column => !column.IsOptional)
            .SelectMany(column => column.From ?? [])
            .Concat((mapping.Where ?? []).Select(filter => filter.Column))
            .Where(name => !IsThere(name))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (!Has(mapping, IsThere, ImportField.HeadCode) && !Has(mapping, IsThere, ImportField.Sections))
            missing.Add("head_code / sections");
        if (!HasPlace(mapping, IsThere))
            missing.Add("jurisdiction_code / state / district / station / latitude + longitude");
        if (missing.Count > 0)
            throw new ImportRefusedException(FileProblem.ColumnMissing, string.Join(", ", missing), string.Join(", ", header));
    }

    private static bool HasPlace(ImportMapping mapping, Predicate<string> isThere) =>
        Has(mapping, isThere, ImportField.JurisdictionCode) || Has(mapping, isThere, ImportField.State)
        || Has(mapping, isThere, ImportField.District) || Has(mapping, isThere, ImportField.Station)
        || (Has(mapping, isThere, ImportField.Latitude) && (Has(mapping, isThere, ImportField.Longitude) || !mapping.IsCanonical)
            && mapping.Coordinates == CoordinateRule.Check);

    private static bool Has(ImportMapping mapping, Predicate<string> isThere, ImportField field) =>
        mapping.Columns.TryGetValue(ImportFields.NameOf(field), out var column) && (column.Constant is not null || column.From!.Any(name => isThere(name)));

    private ColumnSource? Bind(ImportField field, ColumnMapping column)
    {
        if (column.From is null)
            return new ColumnSource(ImportFields.NameOf(field), [], column, field, Plan);
        List<int> indexes = [.. column.From.Select(IndexOf).OfType<int>()];
        return indexes.Count == 0 ? null : new ColumnSource(string.Join(" + ", indexes.Select(index => Header[index])), indexes, column, field, Plan);
    }

    private int? IndexOf(string name) => HeaderNames.Find(Header, name) is [var index, ..] ? index : null;
}
