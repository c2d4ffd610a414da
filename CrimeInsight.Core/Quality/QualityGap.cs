namespace CrimeInsight.Core.Quality;

/// <summary>What can be wanting in a record of a case. The order is that of <see cref="QualityCounts.Wanting"/>.</summary>
public enum QualityGap
{
    /// <summary>The hour of the offence is not known.</summary>
    Untimed,

    /// <summary>No coordinates, or none more exact than the station's.</summary>
    Unplaced,

    /// <summary>Neither gender nor age of the victim is known.</summary>
    VictimUnknown,

    /// <summary>Registered more than a week after the offence.</summary>
    LateRegistration,

    /// <summary>Counted under a residual head: the sections were not known, or belong to no other.</summary>
    ResidualHead,

    /// <summary>The offence is dated to midnight, as forms do where no time was given. Of those with an hour.</summary>
    Midnight,
}
