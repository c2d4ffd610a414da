using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Where one canonical column comes from.</summary>
public sealed record ColumnMapping
{
    /// <summary>Column of the file; null when <see cref="Constant"/> is given.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The same for every row.</summary>
    [JsonPropertyName("constant")]
    public string? Constant { get; init; }

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
    public bool IsOptional { get; init; }
}
