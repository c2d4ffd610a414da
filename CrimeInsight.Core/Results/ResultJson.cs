using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Results;

/// <summary>
/// Results as JSON, member by member as Core has them: what is added there is stored without a word here. A place is its
/// ordinal, an enumeration its number, figures keep all digits, members that follow from others are left out.
/// </summary>
public sealed class ResultJson
{
    private static readonly ConditionalWeakTable<JurisdictionTree, ResultJson> s_known = [];

    private readonly JsonSerializerOptions _options;

    private ResultJson(JurisdictionTree places)
    {
        _options = new JsonSerializerOptions
        {
            IncludeFields = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            TypeInfoResolver = Stated,
            Converters = { new PlaceConverter(places) },
        };
        _options.MakeReadOnly();
    }

    /// <summary>Members that are set, not those that follow from them.</summary>
    internal static IJsonTypeInfoResolver Stated => new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDerived } };

    /// <summary>For the places of a tree.</summary>
    public static ResultJson Of(JurisdictionTree places) => s_known.GetValue(places, tree => new ResultJson(tree));

    public string Write<T>(T result) => JsonSerializer.Serialize(result, _options);

    /// <exception cref="JsonException">It is not what was written, or names a place that is not in the tree.</exception>
    public T Read<T>(string json)
        where T : class => JsonSerializer.Deserialize<T>(json, _options) ?? throw new JsonException("The stored result is empty.");

    private static void LeaveOutDerived(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Set: null, AssociatedParameter: null })
                type.Properties.RemoveAt(i);
        }
    }

    private sealed class PlaceConverter(JurisdictionTree places) : JsonConverter<Jurisdiction>
    {
        public override Jurisdiction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            places.AtOrdinal(reader.GetInt32()) ?? throw new JsonException("A stored result names a place that is not in the tree.");

        public override void Write(Utf8JsonWriter writer, Jurisdiction value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ordinal);
    }
}
