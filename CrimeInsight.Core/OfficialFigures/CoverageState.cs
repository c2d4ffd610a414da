namespace CrimeInsight.Core.OfficialFigures;

/// <summary>What is known of a coverage.</summary>
public enum CoverageState
{
    Known,

    /// <summary>There are no official figures of these places and heads.</summary>
    NoOfficialFigures,

    /// <summary>No calendar year of the data is complete, and official figures are of calendar years.</summary>
    NoCompleteYear,

    /// <summary>Official figures are of districts at the finest.</summary>
    TooFine,

    /// <summary>Our own figure is withheld to protect victims.</summary>
    Withheld,
}
