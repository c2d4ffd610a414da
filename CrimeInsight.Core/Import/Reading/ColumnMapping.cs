using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Where one canonical column comes from.</summary>
public sealed record ColumnMapping
{
    public const string DefaultSeparator = " ";

    /// <summary>Columns of the file, most often one; null when <see cref="Constant"/> is given.</summary>
    [JsonPropertyName("from")]
    [JsonConverter(typeof(ColumnNames))]
    public IReadOnlyList<string>? From { get; init; }

    /// <summary>The first, most often only column.</summary>
    [JsonIgnore]
    public string? FirstColumn => From is [var first, ..] ? first : null;

    /// <summary>Between the values of several columns; null: a blank.</summary>
    [JsonPropertyName("separator")]
    public string? Separator { get; init; }

    /// <summary>The same for every row.</summary>
    [JsonPropertyName("constant")]
    public string? Constant { get; init; }

    /// <summary>The part of the value that is meant, as a regular expression: its first group, else all of it. Without a match the value is empty.</summary>
    [JsonPropertyName("pattern")]
    public string? Pattern { get; init; }

    /// <summary>Formats of dates or times (.NET custom formats), tried in order; null: the canonical ones, day first.</summary>
    [JsonPropertyName("formats")]
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>What values of the file mean. Compared without regard to case and surrounding blanks.</summary>
    [JsonPropertyName("values")]
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What a value not in <see cref="Values"/> means; null: it is taken as it stands.</summary>
    [JsonPropertyName("otherwise")]
    public string? Otherwise { get; init; }

    /// <summary>The column may be missing from the file.</summary>
    [JsonPropertyName("optional")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOptional { get; init; }

    /// <summary>Of a suggestion: how sure it is, 0 … 1. Not read by the import.</summary>
    [JsonPropertyName("confidence")]
    public double? Confidence { get; init; }

    /// <summary>Of a suggestion: why. Not read by the import.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>The same, for those who say it in other languages.</summary>
    [JsonPropertyName("grounds")]
    public IReadOnlyList<MappingGround>? Grounds { get; init; }

    /// <summary>The same for one more reason.</summary>
    internal ColumnMapping Because(GroundKind kind, string detail = "")
    {
        IReadOnlyList<MappingGround> grounds = [.. Grounds ?? [], new MappingGround(kind, detail)];
        return this with { Grounds = grounds, Reason = string.Join("; ", grounds) };
    }
}
