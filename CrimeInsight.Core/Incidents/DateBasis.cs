namespace CrimeInsight.Core.Incidents;

/// <summary>The date by which a case is counted in a period.</summary>
public enum DateBasis
{
    /// <summary>The day police registered it; that of the offence where it is not known.</summary>
    Registered,

    /// <summary>The day the offence took place, or began.</summary>
    Occurred,
}
