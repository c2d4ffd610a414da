using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>A value that a suggestion could not tell the meaning of: to be answered once, in <see cref="ColumnMapping.Values"/>.</summary>
/// <param name="Column">The canonical column.</param>
/// <param name="Value">As the file has it.</param>
/// <param name="Rows">Of those looked at that hold it.</param>
/// <param name="Choices">Codes it may mean, the likeliest first; empty when nothing is near.</param>
public sealed record MappingQuestion(
    [property: JsonPropertyName("column")] string Column,
    [property: JsonPropertyName("value")] string Value,
    [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("choices")] IReadOnlyList<string> Choices);
