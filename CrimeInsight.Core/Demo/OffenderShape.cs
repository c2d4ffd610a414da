namespace CrimeInsight.Core.Demo;

/// <summary>Who the offenders of a head are, as far as the record knows.</summary>
internal enum OffenderShape
{
    /// <summary>Mostly not identified.</summary>
    Unidentified,

    /// <summary>Mostly identified men.</summary>
    Known,
    Household,
    Deceiver,
    Sexual,
    Driver,

    /// <summary>Caught in the act.</summary>
    Caught,
}
