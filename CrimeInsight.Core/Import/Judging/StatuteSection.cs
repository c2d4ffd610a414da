namespace CrimeInsight.Core.Import.Judging;

/// <summary>A section under which cases of a head are registered.</summary>
public sealed record StatuteSection(string HeadCode, string Act, string Section, DateOnly? ValidFrom, DateOnly? ValidUntil);
