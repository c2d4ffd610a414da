namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Either a <see cref="LocalReport"/> or, with its reason, <see cref="LocalImpossible"/>.</summary>
public abstract record LocalOutcome
{
    private protected LocalOutcome()
    {
    }
}
