using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Results;

/// <summary>
/// One text for one request: members sorted by name, those that are null or follow from others left out, enumerations by
/// name, figures with all their digits.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        IncludeFields = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = ResultJson.Stated,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => Sorted(JsonSerializer.SerializeToNode(value, s_options))?.ToJsonString(s_options) ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
