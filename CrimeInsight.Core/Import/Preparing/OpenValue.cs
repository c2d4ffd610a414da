namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What is not known of a row and stays so: it is counted, never filled in. Names are stored; never rename.</summary>
public enum OpenValue
{
    /// <summary>No hour.</summary>
    Time,

    /// <summary>Known to lie between two times or days; kept as that.</summary>
    TimeWithinRange,

    VictimAge,
    VictimGender,
    OffenderAge,
    OffenderGender,
}
