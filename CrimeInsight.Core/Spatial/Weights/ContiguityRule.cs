namespace CrimeInsight.Core.Spatial.Weights;

/// <summary>When two areas touch.</summary>
public enum ContiguityRule
{
    /// <summary>They share a corner or a border.</summary>
    Queen,

    /// <summary>They share a border of some length.</summary>
    Rook,
}
