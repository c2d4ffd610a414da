namespace CrimeInsight.Core.Health;

/// <summary>Whether the database can be asked.</summary>
public enum DatabaseCondition
{
    /// <summary>It answers.</summary>
    Answering,

    /// <summary>It does not answer.</summary>
    Away,

    /// <summary>It is starting, or replaying what it had not written to its tables.</summary>
    Recovering,
}
