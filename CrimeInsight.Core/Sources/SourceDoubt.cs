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

    /// <summary>The check found something odd about the file as a whole.</summary>
    Anomalies,

    /// <summary>No row is left that would be new.</summary>
    Empty,
}
