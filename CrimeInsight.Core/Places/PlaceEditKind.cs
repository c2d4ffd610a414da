namespace CrimeInsight.Core.Places;

/// <summary>What an edit does to the tree of places.</summary>
public enum PlaceEditKind
{
    /// <summary>A district in a state, or a station in a district.</summary>
    Add,
    Rename,

    /// <summary>A station goes to another district of its state.</summary>
    Move,

    /// <summary>Part of a district or station becomes one of its own.</summary>
    Split,

    /// <summary>A district or station becomes part of another.</summary>
    Merge,

    /// <summary>How many live there, by year.</summary>
    Population,

    /// <summary>Where it lies.</summary>
    Point,
}
