using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>How a foreign file becomes the canonical one. Written as JSON; docs/import.md describes it.</summary>
public sealed record ImportMapping
{
    public const string DefaultSource = "records";

    /// <summary>Of mappings written today; older ones stay readable.</summary>
    public const int CurrentVersion = 2;

    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Of the form of mappings; 1 when it is not given.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <summary>Null for the canonical file.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Within which references are unique.</summary>
    [JsonPropertyName("source")]
    public string Source { get; init; } = DefaultSource;

    /// <summary>The rows are made up, or not records of Indian police: the product says so on every page.</summary>
    [JsonPropertyName("synthetic")]
    public bool IsSynthetic { get; init; }

    /// <summary>One character; null: found from the header.</summary>
    [JsonPropertyName("delimiter")]
    public string? Delimiter { get; init; }

    /// <summary>Name of an encoding; null: UTF-8, or UTF-16 where the bytes say so.</summary>
    [JsonPropertyName("encoding")]
    public string? Encoding { get; init; }

    [JsonPropertyName("coordinates")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CoordinateRule Coordinates { get; init; }

    /// <summary>Of the header it was made for (<see cref="HeaderFingerprint"/>): by it the mapping is found again. Not read by the import.</summary>
    [JsonPropertyName("fingerprint")]
    public string? Fingerprint { get; init; }

    /// <summary>Row of the header, from 1, blank rows counted; null: the first that holds the columns read. Titles above it are passed over.</summary>
    [JsonPropertyName("headerRow")]
    public int? HeaderRow { get; init; }

    /// <summary>Rows of the header: 2 where a second line divides what the first names. Names are joined by a blank.</summary>
    [JsonPropertyName("headerRows")]
    public int? HeaderRows { get; init; }

    /// <summary>Totals, notes and repeated headers are no cases: they are passed over and counted.</summary>
    [JsonPropertyName("skipFooters")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkipsFooters { get; init; }

    /// <summary>Which rows are cases; null: all.</summary>
    [JsonPropertyName("where")]
    public IReadOnlyList<RowFilter>? Where { get; init; }

    /// <summary>Which steps prepare the rows; null: the usual ones.</summary>
    [JsonPropertyName("prepare")]
    public PreparationPlan? Prepare { get; init; }

    /// <summary>By canonical name.</summary>
    [JsonPropertyName("columns")]
    public required IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; }

    /// <summary>Of a suggestion: what somebody has to say. Not read by the import.</summary>
    [JsonPropertyName("questions")]
    public IReadOnlyList<MappingQuestion>? Questions { get; init; }

    /// <summary>Of a suggestion: what it would do if somebody agrees. Not read by the import.</summary>
    [JsonPropertyName("proposals")]
    public IReadOnlyList<MappingProposal>? Proposals { get; init; }

    /// <summary>The canonical file: every column from the column of its own name.</summary>
    public static ImportMapping Canonical { get; } = new()
    {
        Columns = ImportFields.All.ToDictionary(
            ImportFields.NameOf,
            field => new ColumnMapping { From = [ImportFields.NameOf(field)], IsOptional = field is not ImportField.OccurredFrom }),
    };

    [JsonIgnore]
    public bool IsCanonical => ReferenceEquals(this, Canonical);

    /// <exception cref="ImportRefusedException">Not a mapping.</exception>
    public static ImportMapping Parse(string? json)
    {
        if (json is null)
            return Canonical;
        ImportMapping mapping;
        try
        {
            mapping = JsonSerializer.Deserialize<ImportMapping>(json, s_json) ?? throw Invalid("it is null");
        }
        catch (JsonException problem)
        {
            throw Invalid(problem.Message);
        }

        mapping.Check();
        return mapping;
    }

    /// <summary>The mapping as JSON that <see cref="Parse"/> reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_json);

    private void Check()
    {
        if (Version is < 1 or > CurrentVersion)
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"'version' is {Version}; this product reads 1 to {CurrentVersion}"));
        if (HeaderRow < 1 || HeaderRows is < 1 or > 3)
            throw Invalid("'headerRow' counts from 1, and 'headerRows' is 1, 2 or 3");
        foreach (var filter in Where ?? [])
            if (string.IsNullOrWhiteSpace(filter?.Column))
                throw Invalid("'where' needs a 'column'");
        if (string.IsNullOrWhiteSpace(Source))
            throw Invalid("'source' is empty");
        if (Delimiter is { Length: not 1 } or "\"" or "\n" or "\r")
            throw Invalid($"'delimiter' must be one character, not a quote or a line end: '{Delimiter}'");
        foreach (var (name, column) in Columns)
        {
            if (ImportFields.Find(name) is null)
                throw Invalid($"'{name}' is not a canonical column ({string.Join(", ", ImportFields.All.Select(ImportFields.NameOf))})");
            if (column is null || (column.From is null) == (column.Constant is null))
                throw Invalid($"column '{name}' needs either 'from' or 'constant'");
            if (column.Separator is not null && column.From is not { Count: > 1 })
                throw Invalid($"column '{name}' has a 'separator' and not several columns in 'from'");
            foreach (var format in column.Formats ?? [])
                CheckFormat(name, format);
            if (column.Pattern is { } pattern)
                MappingPattern.Make(pattern);
        }

        if (!Columns.ContainsKey(ImportFields.NameOf(ImportField.OccurredFrom)))
            throw Invalid($"column '{ImportFields.NameOf(ImportField.OccurredFrom)}' is needed");
        if (!Columns.ContainsKey(ImportFields.NameOf(ImportField.HeadCode)) && !Columns.ContainsKey(ImportFields.NameOf(ImportField.Sections)))
            throw Invalid($"column '{ImportFields.NameOf(ImportField.HeadCode)}' or '{ImportFields.NameOf(ImportField.Sections)}' is needed");
    }

    private static void CheckFormat(string name, string format)
    {
        var isTime = ImportFields.Find(name) == ImportField.OccurredTime;
        if (string.IsNullOrEmpty(format))
            throw Invalid($"column '{name}' has an empty format");
        if (format.Length > 1 && DateFormats.Spell(format, isTime) is var spelt && spelt != format)
            throw Invalid($"column '{name}' has the format '{format}'; write '{spelt}' (d day, M month, y year, H hour, m minute, s second)");
        try
        {
            _ = new DateTime(2024, 2, 29, 13, 5, 7).ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw Invalid($"column '{name}' has a format that is none: '{format}'");
        }

        if (DateFormats.Lacks(format, isTime) is { } lacking)
            throw Invalid($"column '{name}' has the format '{format}', which lacks {lacking}; write for example '{(isTime ? "HH:mm" : "dd-MM-yyyy")}'");
    }

    private static ImportRefusedException Invalid(string what) => new(FileProblem.MappingInvalid, what);
}
