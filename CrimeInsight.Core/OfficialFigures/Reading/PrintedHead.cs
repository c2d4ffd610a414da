namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>A head as a table prints it, and what it is to ours.</summary>
/// <param name="Measure">Code of ours that it is, or is a part of; null: none.</param>
public sealed record PrintedHead(string Name, PrintedKind Kind, string? Measure);
