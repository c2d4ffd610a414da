namespace CrimeInsight.Data.Import;

/// <summary>What a load is doing.</summary>
internal enum LoadStage
{
    /// <summary>Rows stream into staging.</summary>
    Reading,

    /// <summary>The database judges, inserts and rolls up.</summary>
    Storing,
    Done,
}
