namespace CrimeInsight.Core.Forecasting;

/// <summary>Why no forecast can be made.</summary>
public enum ForecastObstacle
{
    /// <summary>Fewer observations than two seasons; widen the period.</summary>
    TooShort,

    /// <summary>The asked form needs values above zero, or more observations; ask for another, or for none.</summary>
    ModelDoesNotFit,

    /// <summary>Months are withheld to protect victims; choose a larger area or a broader head.</summary>
    Suppressed,
}
