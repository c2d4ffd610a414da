namespace CrimeInsight.Core.Forecasting;

/// <summary>Either a <see cref="ForecastReport"/> or, with its reason, <see cref="ForecastImpossible"/>.</summary>
public abstract record ForecastOutcome
{
    private protected ForecastOutcome()
    {
    }
}
