namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Why nothing can be said about moving a festival.</summary>
public enum FestivalWhatIfObstacle
{
    /// <summary>The calendar has no festival of that key.</summary>
    UnknownFestival,

    /// <summary>Its effect cannot be told from the season or from another festival.</summary>
    NotSeparable,

    /// <summary>The series holds too few of them.</summary>
    TooFewSteps,

    /// <summary>One of the days lies outside the forecast.</summary>
    OutsideHorizon,
}
