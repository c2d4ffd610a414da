namespace CrimeInsight.Core.Import;

/// <summary>A file, or its mapping, cannot be imported at all; nothing was changed.</summary>
public sealed class ImportRefusedException(FileProblem problem, params string[] details)
    : Exception($"{problem}: {string.Join("; ", details)}")
{
    public FileProblem Problem { get; } = problem;

    /// <summary>Arguments of the localized text, in its order.</summary>
    public IReadOnlyList<string> Details { get; } = details;

    /// <summary>What would have become of the rows, when the file was read to its end; null when it was not.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>Of a file of several parts: those that can be chosen (<see cref="DataFileChoice"/>). Otherwise empty.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
