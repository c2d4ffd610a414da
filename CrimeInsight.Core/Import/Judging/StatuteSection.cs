namespace CrimeInsight.Core.Import.Judging;

/// <summary>A section under which cases of a head are registered.</summary>
/// <param name="Act">Code of the act.</param>
/// <param name="Section">"303(2)"; "376 r/w 511" for two that together make another offence; "various" for all others of the act.</param>
/// <param name="MaxPunishment">As <c>Punishment.Parse</c> reads it.</param>
public sealed record StatuteSection(
    string HeadCode, string Act, string Section, DateOnly? ValidFrom, DateOnly? ValidUntil, string? MaxPunishment = null);
