using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Jurisdictions;

/// <summary>
/// A node of the jurisdiction tree. The subtree below it is the interval of ordinals
/// [<see cref="Ordinal"/>, <see cref="OrdinalUntil"/>), which is how every query and every row-level rule names it.
/// </summary>
/// <param name="Code">Stable code: <c>IN</c>, <c>IN-TN</c>, <c>IN-TN-603</c> (LGD where known), <c>IN-TN-603-007</c>.</param>
/// <param name="LocalGovernmentCode">LGD code of a state or district; null elsewhere or when unknown.</param>
/// <param name="Names">Name by two-letter language; <c>en</c> always present.</param>
/// <param name="Population2011">Census of India 2011; null below district level or when unknown.</param>
public sealed record Jurisdiction(
    int Id,
    int? ParentId,
    JurisdictionLevel Level,
    string Code,
    int Ordinal,
    int OrdinalUntil,
    int? LocalGovernmentCode,
    IReadOnlyDictionary<string, string> Names,
    GeoPoint? Point,
    long? Population2011)
{
    /// <summary>Invented for the demo, and gone with it.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The name in a language, else in English.</summary>
    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Names["en"];

    public bool Contains(Jurisdiction other) => other.Ordinal >= Ordinal && other.Ordinal < OrdinalUntil;
}
