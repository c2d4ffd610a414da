namespace CrimeInsight.Core.Queries;

/// <summary>Why cases of protected heads are not in the rows.</summary>
public enum WithheldReason
{
    /// <summary>The query divides or filters by hour, weekday, days or, by filter, the victim.</summary>
    TooFine,

    /// <summary>Its places are smaller than the audience may see: stations on screen, districts in what leaves it.</summary>
    TooSmallPlaces,

    /// <summary>Fewer cases than may be divided.</summary>
    TooFew,
}
