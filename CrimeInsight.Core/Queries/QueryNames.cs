using System.Collections.Frozen;
using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>Names of catalogue values in JSON and URLs: camelCase.</summary>
internal static class QueryNames
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static bool TryReadExact<T>(string name, out T value) where T : struct, Enum =>
        TryRead(name, out value) && Of(value) == name;

    /// <summary>Without regard to case: people type URLs.</summary>
    public static bool TryRead<T>(string name, out T value) where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    /// <summary>All names, for messages.</summary>
    public static string All<T>() where T : struct, Enum => Names<T>.Listed;

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

        public static readonly string Listed = string.Join(", ", Enum.GetValues<T>().Select(value => ByValue[value]));
    }
}
