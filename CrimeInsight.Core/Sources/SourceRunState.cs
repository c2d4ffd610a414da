namespace CrimeInsight.Core.Sources;

/// <summary>What became of reading a source. Stored in small letters; never rename.</summary>
public enum SourceRunState
{
    Waiting,
    Running,

    /// <summary>There was no new file.</summary>
    Nothing,

    /// <summary>The file was known, or brought nothing new.</summary>
    Unchanged,

    /// <summary>It is checked and waits for a decision.</summary>
    Waits,
    Imported,
    Failed,
}
