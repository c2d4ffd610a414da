namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>What a printed head is to ours.</summary>
public enum PrintedKind
{
    /// <summary>The same, or a printed grouping.</summary>
    Same,

    /// <summary>One of the parts that make up one of ours.</summary>
    Part,

    /// <summary>A division of one that stands beside it: counted there.</summary>
    Finer,

    /// <summary>Known, and none of ours.</summary>
    None,

    /// <summary>Not known.</summary>
    Unknown,
}
