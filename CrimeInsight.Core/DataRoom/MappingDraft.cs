using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.DataRoom;

/// <summary>A mapping while it is made: any part may still be missing.</summary>
/// <param name="Mapping">As it would be used.</param>
public sealed record MappingDraft(ImportMapping Mapping)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly ImportField[] s_places = [ImportField.JurisdictionCode, ImportField.State, ImportField.District, ImportField.Station];

    /// <summary>Canonical columns, in their order.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. ImportFields.All.Select(ImportFields.NameOf)];

    /// <summary>Canonical columns whose values are dates or times.</summary>
    public static IReadOnlySet<string> Dates { get; } = new HashSet<string>(
        new[] { ImportField.OccurredFrom, ImportField.OccurredTime, ImportField.OccurredUntil, ImportField.ReportedOn }.Select(ImportFields.NameOf));

    /// <exception cref="ImportRefusedException">Not a mapping.</exception>
    public static MappingDraft Parse(string json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<ImportMapping>(json, Reading());
            return new MappingDraft(mapping ?? throw new ImportRefusedException(FileProblem.MappingInvalid, "null"));
        }
        catch (JsonException problem)
        {
            throw new ImportRefusedException(FileProblem.MappingInvalid, problem.Message);
        }
    }

    /// <summary>The same with a column read otherwise; null: not at all.</summary>
    public MappingDraft With(string field, ColumnMapping? column)
    {
        var columns = Fields
            .Select(name => (Name: name, Column: name == field ? column : Mapping.Columns.GetValueOrDefault(name)))
            .Where(entry => entry.Column is not null)
            .ToDictionary(entry => entry.Name, entry => entry.Column!);
        return new MappingDraft(Mapping with { Columns = columns });
    }

    /// <summary>What is needed and not there yet: canonical columns; <c>place</c> for a place in any form.</summary>
    public IReadOnlyList<string> Missing()
    {
        List<string> missing = [];
        if (!Has(ImportField.OccurredFrom))
            missing.Add(ImportFields.NameOf(ImportField.OccurredFrom));
        if (!Has(ImportField.HeadCode) && !Has(ImportField.Sections))
            missing.Add(ImportFields.NameOf(ImportField.HeadCode));
        var isPlaced = s_places.Any(Has) || (Has(ImportField.Latitude) && Has(ImportField.Longitude)
            && Mapping is { Coordinates: CoordinateRule.Check, Prepare: null or { Locates: true } });
        if (!isPlaced)
            missing.Add("place");
        return missing;
    }

    /// <summary>Columns it reads that a file does not have.</summary>
    public IReadOnlyList<string> NotIn(FileSketch sketch)
    {
        var names = sketch.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var read = Mapping.Columns.Values.Where(column => !column.IsOptional).SelectMany(column => column.From ?? []);
        return [.. read.Where(name => !names.Contains(name))];
    }

    public string ToJson() => JsonSerializer.Serialize(Mapping, s_json);

    private bool Has(ImportField field) =>
        Mapping.Columns.TryGetValue(ImportFields.NameOf(field), out var column)
            && (column.From?.All(name => !string.IsNullOrWhiteSpace(name)) == true || !string.IsNullOrWhiteSpace(column.Constant));

    private static JsonSerializerOptions Reading() => new(s_json)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
