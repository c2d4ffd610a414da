namespace CrimeInsight.Core.Import.Batches;

/// <summary>Why a batch cannot be changed. Texts: ImportText, under <c>Batch</c> and the name.</summary>
public enum BatchProblem
{
    /// <summary>There is no such batch.</summary>
    Unknown,

    /// <summary>It is rolled back already.</summary>
    RolledBack,

    /// <summary>Later batches changed the same cases or took their place. Detail: their numbers and files.</summary>
    ChangedLater,

    /// <summary>Demo data go as a whole, with the first real file.</summary>
    IsDemo,

    /// <summary>There is no such conflict, or it is decided.</summary>
    ConflictUnknown,

    /// <summary>The same reference with the same content is a case already.</summary>
    CaseExists,

    /// <summary>The case that the row contradicts is gone.</summary>
    CaseGone,

    /// <summary>The case is protected, and the row would lay it open.</summary>
    LiftsProtection,

    /// <summary>The pair is decided already, or one of its cases is gone.</summary>
    PairDecided,

    /// <summary>The disk of the database has no room; nothing was changed.</summary>
    DiskFull,
}
