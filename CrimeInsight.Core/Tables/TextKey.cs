using System.Collections.Immutable;

namespace CrimeInsight.Core.Tables;

/// <summary>Words by the key they have in every language, never the words themselves.</summary>
/// <param name="Texts">The type whose resources hold the key.</param>
/// <param name="Key">As generated from the resources: <c>nameof(…Text.Title)</c>.</param>
/// <param name="Arguments">What stands in the places the words leave open.</param>
public sealed record TextKey(Type Texts, string Key, ImmutableArray<FigureValue> Arguments)
{
    public static TextKey Of<T>(string key, params ImmutableArray<FigureValue> arguments) => new(typeof(T), key, arguments);
}
