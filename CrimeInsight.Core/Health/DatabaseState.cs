namespace CrimeInsight.Core.Health;

/// <summary>How the database is at present.</summary>
/// <param name="Condition">What was last seen of it.</param>
/// <param name="Since">When it was first seen so.</param>
public sealed record DatabaseState(DatabaseCondition Condition, DateTimeOffset Since)
{
    /// <summary>Nothing can be asked of it.</summary>
    public bool IsAway => Condition != DatabaseCondition.Answering;
}
