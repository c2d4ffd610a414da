namespace CrimeInsight.Core.OfficialFigures;

/// <summary>How our figure stands to the official one. The names are written into files: never rename.</summary>
public enum ValidationStatus
{
    /// <summary>Within the tolerance.</summary>
    Within,
    Below,
    Above,

    /// <summary>There is no official figure.</summary>
    NoOfficialFigure,

    /// <summary>The data do not hold the whole year.</summary>
    IncompleteYear,

    /// <summary>Ours is withheld to protect victims.</summary>
    Withheld,
}
