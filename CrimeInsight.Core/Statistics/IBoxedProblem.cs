namespace CrimeInsight.Core.Statistics;

/// <summary>A function of a point in a box that is to be made small, and that near its least value bends like a sum of squares.</summary>
internal interface IBoxedProblem
{
    /// <summary>Coordinates of a point.</summary>
    int Dimension { get; }

    double LowerOf(int coordinate);

    double UpperOf(int coordinate);

    /// <summary>The value at a point; infinite where it is not defined.</summary>
    double At(ReadOnlySpan<double> point);

    /// <summary>Finds gradient and matrix at the point that was asked for last. It may be moved meanwhile.</summary>
    void Differentiate(Span<double> point);

    /// <summary>Half the derivative by a coordinate, where it was differentiated last.</summary>
    double GradientOf(int coordinate);

    /// <summary>Entry of the Gauss–Newton matrix there.</summary>
    /// <param name="column">At most <paramref name="row"/>.</param>
    double MatrixOf(int row, int column);
}
