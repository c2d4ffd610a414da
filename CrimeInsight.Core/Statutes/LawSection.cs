namespace CrimeInsight.Core.Statutes;

/// <summary>A section of an act: IPC 304A, BNS 303(2), Arms Act 25(1B)(a).</summary>
/// <param name="Act">Code of the act.</param>
/// <param name="Section">Number with its letter: 304A.</param>
/// <param name="Subsection">With its brackets: (1B)(a); empty when none was named.</param>
public readonly record struct LawSection(string Act, string Section, string Subsection = "")
{
    private const char Mark = ':';

    /// <summary>The number as it is written.</summary>
    public string Number => Section + Subsection;

    /// <summary>The other is the same, or a part of this one: 303 holds 303(2), but 304 does not hold 304A.</summary>
    public bool Holds(in LawSection other) =>
        Act == other.Act && Section == other.Section && other.Subsection.StartsWith(Subsection, StringComparison.Ordinal);

    /// <summary>The form in addresses and filters: <c>BNS:303(2)</c>.</summary>
    public override string ToString() => Act + Mark + Number;

    /// <summary>Reads the form of <see cref="ToString"/>; null when it is not one, or names an unknown act.</summary>
    public static LawSection? Parse(string? text)
    {
        if (text?.Split(Mark) is not [var act, var number] || StatuteActs.Find(act.Trim()) is not { } known)
            return null;
        var read = SectionReader.Plain.Read(number, [known], DateOnly.MinValue);
        return read?.Sections is [var section] && section.Act == known.Code ? section : null;
    }
}
