namespace CrimeInsight.Core.DataRoom;

/// <summary>How files of one source are read, kept for the next.</summary>
/// <param name="Version">From 1; each saving under a name is a version.</param>
/// <param name="Fingerprint">Of the header it was made for.</param>
public sealed record SavedMapping(Guid Id, string Name, int Version, string Fingerprint, string Json, string SavedBy, DateTimeOffset SavedAt);
