using System.Collections.Immutable;

namespace CrimeInsight.Core.Statutes;

/// <summary>What a text of sections says.</summary>
/// <param name="Sections">In the order of the text, each once.</param>
/// <param name="Acts">Acts that it names, or that were said beside it.</param>
/// <param name="IsActAssumed">No act was named anywhere: the penal code of the day was taken.</param>
/// <param name="IsCertain">The text says by an act or a word that these are sections, or holds nothing else.</param>
public sealed record SectionReading(ImmutableArray<LawSection> Sections, ImmutableArray<StatuteAct> Acts, bool IsActAssumed, bool IsCertain)
{
    /// <summary>Words that are neither sections, acts nor what stands around them: what the sections are about, most often.</summary>
    public string Words { get; init; } = "";

    /// <summary>The text says that some of its sections took the place of others, or fell away; which ones is not told by their order.</summary>
    public bool IsAltered { get; init; }
}
