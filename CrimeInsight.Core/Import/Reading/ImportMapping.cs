using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>How a foreign file becomes the canonical one. Written as JSON; docs/import.md describes it.</summary>
public sealed record ImportMapping
{
    public const string DefaultSource = "records";

    private static readonly JsonSerializerOptions s_json = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

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
    public CoordinateRule Coordinates { get; init; }

    /// <summary>By canonical name.</summary>
    [JsonPropertyName("columns")]
    public required IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; }

    /// <summary>The canonical file: every column from the column of its own name.</summary>
    public static ImportMapping Canonical { get; } = new()
    {
        Columns = ImportFields.All.ToDictionary(
            ImportFields.NameOf,
            field => new ColumnMapping { From = ImportFields.NameOf(field), IsOptional = field is not ImportField.OccurredFrom }),
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

    private void Check()
    {
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
            foreach (var format in column.Formats ?? [])
                CheckFormat(name, format);
        }

        if (!Columns.ContainsKey(ImportFields.NameOf(ImportField.OccurredFrom)))
            throw Invalid($"column '{ImportFields.NameOf(ImportField.OccurredFrom)}' is needed");
        if (!Columns.ContainsKey(ImportFields.NameOf(ImportField.HeadCode)) && !Columns.ContainsKey(ImportFields.NameOf(ImportField.Sections)))
            throw Invalid($"column '{ImportFields.NameOf(ImportField.HeadCode)}' or '{ImportFields.NameOf(ImportField.Sections)}' is needed");
    }

    private static void CheckFormat(string name, string format)
    {
        try
        {
            _ = new DateTime(2024, 2, 29, 13, 5, 7).ToString(format, System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw Invalid($"column '{name}' has a format that is none: '{format}'");
        }
    }

    private static ImportRefusedException Invalid(string what) => new(FileProblem.MappingInvalid, what);
}
