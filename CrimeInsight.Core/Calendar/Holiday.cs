using System.Collections.Immutable;

namespace CrimeInsight.Core.Calendar;

/// <summary>One day of a holiday or festival.</summary>
/// <param name="Key">The same every year, such as <c>diwali</c>.</param>
/// <param name="StateCodes">Where it is kept; empty for the whole country.</param>
/// <param name="IsEstimated">The day hangs on the moon and may move by one.</param>
/// <param name="Names">By language; English is always there.</param>
public sealed record Holiday(string Key, DateOnly Day, ImmutableArray<string> StateCodes, bool IsEstimated, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The name in a language, else in English.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language, Names["en"]);
}
