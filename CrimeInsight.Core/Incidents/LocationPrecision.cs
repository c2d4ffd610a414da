namespace CrimeInsight.Core.Incidents;

/// <summary>How exact an incident's coordinates are, from exact to none. Values are stored; never renumber.</summary>
public enum LocationPrecision : short
{
    Exact = 0,

    /// <summary>A named locality or beat: about 500 m.</summary>
    Locality = 1,

    /// <summary>Centre of a map cell of at least 2 km: the finest allowed for protected cases.</summary>
    Cell = 2,

    /// <summary>The station; without coordinates its point stands in for them, which nothing takes for an exact one.</summary>
    Station = 3,
    District = 4,

    /// <summary>No coordinates.</summary>
    None = 5,
}
