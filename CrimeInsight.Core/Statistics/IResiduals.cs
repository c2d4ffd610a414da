namespace CrimeInsight.Core.Statistics;

/// <summary>Residuals whose sum of squares is to be made small, as a function of a point in a box.</summary>
internal interface IResiduals
{
    /// <summary>Coordinates of a point.</summary>
    int Dimension { get; }

    /// <summary>Residuals at every point.</summary>
    int Count { get; }

    double LowerOf(int coordinate);

    double UpperOf(int coordinate);

    /// <summary>Writes the residuals at a point; false when they are not defined there.</summary>
    bool TryEvaluate(ReadOnlySpan<double> point, Span<double> residuals);
}
