namespace CrimeInsight.Core.Import;

/// <summary>A file, or its mapping, cannot be imported at all; nothing was changed.</summary>
public sealed class ImportRefusedException(FileProblem problem, params string[] details)
    : Exception($"{problem}: {string.Join("; ", details)}")
{
    public FileProblem Problem { get; } = problem;

    /// <summary>Arguments of the localized text, in its order.</summary>
    public IReadOnlyList<string> Details { get; } = details;
}
