namespace CrimeInsight.Core.People;

/// <summary>What can be wrong with the audit trail. Values are stored; never renumber. Texts: AuditText, under <c>Fault</c> and the name.</summary>
public enum AuditFault : short
{
    /// <summary>A row is not what its hash says.</summary>
    RowEdited = 1,

    /// <summary>Rows are missing between others.</summary>
    RowsMissing = 2,

    /// <summary>Rows hold together but are not those that were sealed.</summary>
    Rehashed = 3,

    /// <summary>The newest rows that were sealed are gone.</summary>
    TailCut = 4,

    /// <summary>A seal is not signed by the key, or seals between others are missing. The rows are those that it should seal.</summary>
    SealBroken = 5,

    /// <summary>The file of seals ends before the row that was sealed last.</summary>
    SealsMissing = 6,
}
