namespace CrimeInsight.Core.Places;

/// <summary>The database refused to change places; nothing was changed.</summary>
public sealed class PlaceRefusedException(PlaceRefusal reason, Exception cause) : Exception($"Places were not changed: {reason}. {cause.Message}", cause)
{
    public PlaceRefusal Reason { get; } = reason;
}
