namespace CrimeInsight.Core.Boundaries;

/// <summary>How an area of a file was found to be of a place.</summary>
public enum ShapeMatch
{
    /// <summary>By the place's code.</summary>
    Code,

    /// <summary>By one of its names.</summary>
    Name,

    /// <summary>By a name that is misspelt, of another time or of a part of the place, or that contradicts the code: to be looked at.</summary>
    Doubtful,

    /// <summary>An administrator said so.</summary>
    Chosen,

    /// <summary>It is of a place that is not the administrator's; the area is left out.</summary>
    NotOwn,

    /// <summary>No place is known by that name; the area is left out.</summary>
    Unknown,
}
