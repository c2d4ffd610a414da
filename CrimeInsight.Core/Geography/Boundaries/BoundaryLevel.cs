namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>What the shapes of a collection are.</summary>
public enum BoundaryLevel
{
    Country,
    State,
    District,

    /// <summary>Only as administrators have loaded them.</summary>
    Station,
}
