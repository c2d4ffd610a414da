namespace CrimeInsight.Core.Statistics;

/// <summary>Why an optimiser ended.</summary>
internal enum LeastSquaresExit
{
    /// <summary>The last step gained less than was asked for.</summary>
    Converged,

    /// <summary>No step from there, however short, gains anything.</summary>
    NothingBetter,

    /// <summary>Nothing is left to gain: the residuals are zero.</summary>
    Exact,

    /// <summary>It could have gone on.</summary>
    OutOfSteps,

    /// <summary>The function is not defined at the start.</summary>
    Undefined,
}
