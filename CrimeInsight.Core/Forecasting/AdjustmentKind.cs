namespace CrimeInsight.Core.Forecasting;

/// <summary>Why a history was not taken as it stands.</summary>
public enum AdjustmentKind
{
    /// <summary>
    /// A known level shift that is significant, or a break of the level that was found: what came before it was brought to the level after it.
    /// </summary>
    Shift,

    /// <summary>A step far from everything else: the methods saw what the others suggest for it.</summary>
    Unusual,
}
