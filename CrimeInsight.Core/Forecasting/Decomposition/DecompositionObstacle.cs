namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Why a series cannot be taken apart.</summary>
public enum DecompositionObstacle
{
    /// <summary>Fewer than two years; widen the period.</summary>
    TooShort,

    /// <summary>All values are the same: there is nothing to take apart.</summary>
    NeverVaries,
}
