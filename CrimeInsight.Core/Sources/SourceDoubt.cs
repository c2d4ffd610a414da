namespace CrimeInsight.Core.Sources;

/// <summary>Why a checked file is left to a person. Stored in small letters; never rename.</summary>
public enum SourceDoubt
{
    /// <summary>The columns are others than those the mapping was made for.</summary>
    Header,

    /// <summary>More of the rows are rejected than may be.</summary>
    Rejects,

    /// <summary>Known numbers with other content.</summary>
    Conflicts,

    /// <summary>No row is left that would be new.</summary>
    Empty,
}
