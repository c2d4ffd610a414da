namespace CrimeInsight.Core.Import.Reading;

/// <summary>What to make of coordinates.</summary>
public enum CoordinateRule
{
    /// <summary>They must lie in India, near the jurisdiction named.</summary>
    Check,

    /// <summary>They are not kept: for files from elsewhere, tried out under a jurisdiction of one's choice.</summary>
    Discard,
}
