namespace CrimeInsight.Core.People;

/// <summary>The database refused to change people; nothing was changed.</summary>
public sealed class PersonRefusedException(PersonRefusal reason, Exception cause) : Exception($"People were not changed: {reason}.", cause)
{
    public PersonRefusal Reason { get; } = reason;
}
