namespace CrimeInsight.Core.Import;

/// <summary>What stops an import unless an administrator says why it goes on. Names are printed and stored; never rename.</summary>
public enum StopRule
{
    /// <summary>More than <see cref="StopRules.MostRejected"/> of the rows are rejected.</summary>
    Rejects,

    /// <summary>The check found something odd about the file as a whole, which nobody has confirmed.</summary>
    Anomalies,
}
