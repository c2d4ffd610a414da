using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Boundaries that came in together.</summary>
/// <param name="Source">Who published them, and on which terms.</param>
/// <param name="ValidFrom">Day since which they are so.</param>
/// <param name="Places">Number of places drawn by it, those above them that follow among them.</param>
/// <param name="UndoneAt">Null: it holds.</param>
public sealed record BoundaryEdition(
    Guid Id, BoundaryLevel Level, string Source, string FileName, string Sha256, DateOnly ValidFrom, int Places, string LoadedBy, DateTimeOffset LoadedAt,
    DateTimeOffset? UndoneAt, string? UndoneBy);
