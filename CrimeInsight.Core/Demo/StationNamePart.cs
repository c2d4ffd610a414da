namespace CrimeInsight.Core.Demo;

/// <summary>A part that synthetic station names are composed of.</summary>
/// <param name="Key">Stable key, e.g. <c>civil-lines</c>.</param>
/// <param name="Names">Name by two-letter language; <c>en</c> always present.</param>
public sealed record StationNamePart(string Key, StationNameKind Kind, IReadOnlyDictionary<string, string> Names);
