namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Either a <see cref="GlobalReport"/> or, with its reason, <see cref="GlobalImpossible"/>.</summary>
public abstract record GlobalOutcome
{
    private protected GlobalOutcome()
    {
    }
}
