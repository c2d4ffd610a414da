namespace CrimeInsight.Core.Statutes;

/// <summary>What an act is.</summary>
public enum StatuteKind
{
    /// <summary>The code of offences: IPC, and BNS after it.</summary>
    Penal,

    /// <summary>A special or local law.</summary>
    Special,

    /// <summary>A code of procedure: its sections name powers, seldom offences.</summary>
    Procedure,
}
