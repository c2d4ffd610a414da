using System.Collections.Immutable;

namespace CrimeInsight.Core.Statutes;

/// <summary>The sections a case is registered under, as the register lists them. Many cases share one.</summary>
/// <param name="Principal">Place of the section of the principal offence among them; −1 when none of them decided the head.</param>
public sealed record SectionList(ImmutableArray<LawSection> Sections, int Principal)
{
    /// <summary>Most sections kept of one case.</summary>
    public const int Most = 60;

    /// <summary>The law protects the victim's identity by one of them, whatever its place in the list.</summary>
    public bool IsSensitive { get; } = Sections.Any(section => ProtectedSections.IsSensitive(section));
}
