namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Either a <see cref="DecompositionReport"/> or, with its reason, <see cref="DecompositionImpossible"/>.</summary>
public abstract record DecompositionOutcome
{
    private protected DecompositionOutcome()
    {
    }
}
