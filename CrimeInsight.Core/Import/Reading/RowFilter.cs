using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Which rows of a file are cases: others are passed over and counted. Every condition given must hold.</summary>
public sealed record RowFilter
{
    [JsonPropertyName("column")]
    public required string Column { get; init; }

    /// <summary>The value is one of these, in any case.</summary>
    [JsonPropertyName("in")]
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>The value is none of these, in any case.</summary>
    [JsonPropertyName("notIn")]
    public IReadOnlyList<string>? NotIn { get; init; }

    /// <summary>The value matches this regular expression.</summary>
    [JsonPropertyName("pattern")]
    public string? Pattern { get; init; }

    /// <summary>The value is, or is not, empty.</summary>
    [JsonPropertyName("empty")]
    public bool? IsEmpty { get; init; }
}
