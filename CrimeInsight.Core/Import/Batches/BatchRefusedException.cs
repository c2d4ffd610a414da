namespace CrimeInsight.Core.Import.Batches;

/// <summary>A batch cannot be changed as asked; nothing was.</summary>
/// <param name="detail">Argument of the localized text.</param>
public sealed class BatchRefusedException(BatchProblem problem, string detail) : Exception($"{problem}: {detail}")
{
    public BatchProblem Problem { get; } = problem;

    public string Detail { get; } = detail;
}
