namespace CrimeInsight.Core.Import;

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Rows are read, checked and sent.</summary>
    Reading,

    /// <summary>The database finds duplicates, inserts and rolls up.</summary>
    Storing,
    Done,
}
