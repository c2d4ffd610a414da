namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>Either an <see cref="EmergingReport"/> or, with its reason, <see cref="EmergingImpossible"/>.</summary>
public abstract record EmergingOutcome
{
    private protected EmergingOutcome()
    {
    }
}
