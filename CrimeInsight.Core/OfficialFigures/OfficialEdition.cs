namespace CrimeInsight.Core.OfficialFigures;

/// <summary>A table of official figures that somebody loaded.</summary>
/// <param name="Source">Who published it.</param>
/// <param name="Edition">Which of their tables it is; the same edition loaded again takes its place.</param>
/// <param name="Figures">How many it holds.</param>
/// <param name="EndedAt">When it was taken back or replaced; null: it holds.</param>
/// <param name="EndedBy">Who did that.</param>
/// <param name="IsReplaced">Ended by a newer load of the same edition; taken back, that one gives way to this again.</param>
public sealed record OfficialEdition(
    Guid Id, string Source, string Edition, string FileName, string Sha256, string LoadedBy, DateTimeOffset LoadedAt, int Figures, int FirstYear, int LastYear,
    DateTimeOffset? EndedAt, string? EndedBy, bool IsReplaced);
