namespace CrimeInsight.Core.Sources;

/// <summary>A source cannot be read, or is not taken on.</summary>
public sealed class SourceException(SourceTrouble trouble, Exception? inner = null) : Exception(trouble.Problem.ToString(), inner)
{
    public SourceException(SourceProblem problem, params IReadOnlyList<string> details)
        : this(new SourceTrouble(problem, details))
    {
    }

    public SourceTrouble Trouble { get; } = trouble;
}
