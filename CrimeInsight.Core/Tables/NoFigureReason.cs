namespace CrimeInsight.Core.Tables;

/// <summary>Why a cell has no value.</summary>
public enum NoFigureReason
{
    /// <summary>The column says nothing of such a row.</summary>
    Nothing,

    /// <summary>It is not known, or not defined.</summary>
    NotKnown,

    /// <summary>Fewer than five cases, withheld to protect victims.</summary>
    Small,

    /// <summary>Withheld because it would give a small figure away; it need not be small.</summary>
    Protecting,
}
