namespace CrimeInsight.Core.Boundaries;

/// <summary>Why boundaries were not changed.</summary>
public enum BoundaryRefusal
{
    /// <summary>Not all places lie within the administrator's own.</summary>
    NotAllowed,

    /// <summary>Another edition has replaced a part of it since.</summary>
    LaterEdition,

    /// <summary>No such edition holds.</summary>
    NotFound,
}
