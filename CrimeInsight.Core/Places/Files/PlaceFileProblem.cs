namespace CrimeInsight.Core.Places.Files;

/// <summary>Why a row of a file about places is refused.</summary>
public enum PlaceFileProblem
{
    PlaceUnknown,
    PlaceNotYours,

    /// <summary>The same place, or place and year, was said before.</summary>
    Twice,
    YearBad,
    ResidentsBad,

    /// <summary>No number, or outside India.</summary>
    PointBad,
}
