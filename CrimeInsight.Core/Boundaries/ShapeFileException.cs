namespace CrimeInsight.Core.Boundaries;

/// <summary>A file gives no boundaries.</summary>
internal sealed class ShapeFileException(BoundaryProblem problem, Exception? inner = null) : Exception($"The file gives no boundaries: {problem}.", inner)
{
    public BoundaryProblem Problem { get; } = problem;
}
