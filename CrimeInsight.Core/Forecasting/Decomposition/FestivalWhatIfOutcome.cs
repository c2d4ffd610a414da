namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Either a <see cref="FestivalWhatIfReport"/> or, with its reason, <see cref="FestivalWhatIfImpossible"/>.</summary>
public abstract record FestivalWhatIfOutcome
{
    private protected FestivalWhatIfOutcome()
    {
    }
}
