using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What the columns of head and sections were found to mean.</summary>
/// <param name="Head">Null when refused.</param>
/// <param name="Sections">Null when none was named.</param>
internal sealed record HeadVerdict(CrimeHead? Head, SectionList? Sections)
{
    public RejectReason? Reason { get; init; }

    /// <summary>The column to blame, or that was corrected.</summary>
    public ImportField Field { get; init; } = ImportField.HeadCode;

    /// <summary>What may have been meant by a refused name.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The name as written, when it was misspelt.</summary>
    public string? CorrectedFrom { get; init; }

    /// <summary>Heads that share the deciding section, <see cref="Head"/> first; empty when it has one alone.</summary>
    public IReadOnlyList<CrimeHead> Shared { get; init; } = [];

    /// <summary>No act was named: the penal code of the day was taken.</summary>
    public bool IsActAssumed { get; init; }

    /// <summary>An act is named, with a section or without, whose victims or accused are children.</summary>
    public bool IsOfChild { get; init; }

    /// <summary>A section is in no table.</summary>
    public bool HasUnknown { get; init; }

    /// <summary>Acts of the sections that were not always in force.</summary>
    public IReadOnlyList<StatuteAct> Dated { get; init; } = [];

    /// <summary>An act of the sections was not in force on a day.</summary>
    public bool IsOutOfForce(DateOnly day)
    {
        foreach (var act in Dated)
            if (!act.IsInForce(day))
                return true;
        return false;
    }
}
