namespace CrimeInsight.Core.Hotspots;

/// <summary>Why nothing can be said.</summary>
public enum HotspotObstacle
{
    /// <summary>No cases are loaded.</summary>
    NoData,

    /// <summary>Fewer than four places with coordinates.</summary>
    TooFewPlaces,

    /// <summary>Fewer cases, or months, than the method needs.</summary>
    TooFewCases,

    /// <summary>More cases than single ones can be compared.</summary>
    TooManyCases,

    /// <summary>Figures are withheld to protect victims.</summary>
    Withheld,

    /// <summary>All places have the same figure.</summary>
    NoVariation,

    /// <summary>No cases that single ones could be compared with.</summary>
    NoComparison,
}
