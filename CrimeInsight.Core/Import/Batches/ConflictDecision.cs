namespace CrimeInsight.Core.Import.Batches;

/// <summary>What a conflict is. Names are stored in lower case: never rename.</summary>
public enum ConflictDecision
{
    /// <summary>The case stays as it is, and the same row is a duplicate from now on.</summary>
    Keep,

    /// <summary>The case takes on what the row says.</summary>
    Update,

    /// <summary>The row is a case of its own that shares the reference: the content joins its identity.</summary>
    Separate,
}
