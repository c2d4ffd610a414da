namespace CrimeInsight.Core.Jurisdictions;

/// <summary>How a place changed.</summary>
public enum PlaceChangeKind
{
    Rename,

    /// <summary>A station went to another district.</summary>
    Move,

    /// <summary>It, or the stations that went to it, were part of another.</summary>
    Split,

    /// <summary>Another place became part of it.</summary>
    Merge,
}
