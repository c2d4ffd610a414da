namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Why a row is listed by a check.</summary>
public enum OutcomeKind
{
    /// <summary>Changes a known case.</summary>
    Updated,

    /// <summary>Equals a known case, or a row before it.</summary>
    Duplicate,

    /// <summary>Contradicts a known case, or a row before it.</summary>
    Conflict,

    /// <summary>Has a reason against it.</summary>
    Rejected,

    /// <summary>Would be a case, and something in it was taken for something else.</summary>
    Repaired,
}
