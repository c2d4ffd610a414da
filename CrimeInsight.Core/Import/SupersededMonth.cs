namespace CrimeInsight.Core.Import;

/// <summary>The cases of a source that were registered in a place in a month, which leave for those of a batch.</summary>
/// <param name="PlaceCode">Code of a station, or of any jurisdiction above it.</param>
/// <param name="Month">Its first day.</param>
public sealed record SupersededMonth(string PlaceCode, DateOnly Month);
