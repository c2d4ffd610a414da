namespace CrimeInsight.Core.Import.Foresight;

/// <summary>How many rows of a batch have a value.</summary>
/// <param name="Kind">As migration 0062 names it.</param>
public sealed record ForesightValue(string Kind, string Value, long Cases);
