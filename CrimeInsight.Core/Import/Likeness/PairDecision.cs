namespace CrimeInsight.Core.Import.Likeness;

/// <summary>What two records are. Names are stored in lower case: never rename.</summary>
public enum PairDecision
{
    /// <summary>One case: the first stays, the second leaves the data.</summary>
    Same,

    /// <summary>Two cases.</summary>
    Different,
}
