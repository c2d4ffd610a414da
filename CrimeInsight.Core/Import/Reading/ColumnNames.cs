using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Columns of a file in JSON: one name, or a list of them.</summary>
internal sealed class ColumnNames : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? [reader.GetString()!]
            : JsonSerializer.Deserialize<string[]>(ref reader) is { Length: > 0 } names && names.All(name => name is not null)
                ? names
                : throw new JsonException("'from' needs the name of a column, or several");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        if (value is [var only])
            writer.WriteStringValue(only);
        else
            JsonSerializer.Serialize(writer, value.ToArray());
    }
}
