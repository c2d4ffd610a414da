namespace CrimeInsight.Core.Import;

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Another change of the data is under way, and this one waits for its turn.</summary>
    Waiting,

    /// <summary>Rows are read, checked and sent.</summary>
    Reading,

    /// <summary>The database finds duplicates, inserts and rolls up.</summary>
    Storing,
    Done,
}
