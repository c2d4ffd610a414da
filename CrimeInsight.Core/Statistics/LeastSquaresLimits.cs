namespace CrimeInsight.Core.Statistics;

/// <summary>When an optimiser ends.</summary>
/// <param name="MostSteps">Moves at most.</param>
/// <param name="Tolerance">Ends when a step gains less: a share of the sum of squares, or as it is of <see cref="IsLogarithm"/>.</param>
internal readonly record struct LeastSquaresLimits(int MostSteps, double Tolerance)
{
    /// <summary>The value is a multiple of the logarithm of a sum of squares, so that a gain is a share by itself.</summary>
    public bool IsLogarithm { get; init; }

    /// <summary>Above this damping steps are too short to gain anything.</summary>
    public double MostDamping { get; init; } = 1e8;

    public double LeastDamping { get; init; } = 1e-10;

    /// <summary>Least gain of a step that is worth another.</summary>
    public double LeastGain(double value) => IsLogarithm ? Tolerance : Tolerance * value;
}
