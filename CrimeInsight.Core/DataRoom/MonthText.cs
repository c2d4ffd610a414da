using System.Text.Json;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Months in stored reports, as they are written.</summary>
internal sealed class MonthText : JsonConverter<Month>
{
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Month.Read(reader.GetString()) ?? throw new JsonException("Not a month.");

    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
