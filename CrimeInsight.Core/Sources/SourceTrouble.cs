using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.Sources;

/// <summary>What went wrong with a source.</summary>
/// <param name="Details">Arguments of the localized text.</param>
/// <param name="File">Of <see cref="SourceProblem.File"/>.</param>
public sealed record SourceTrouble(SourceProblem Problem, IReadOnlyList<string> Details, FileProblem? File = null)
{
    /// <summary>The file is not to blame: it stays where it is and is tried again.</summary>
    public bool IsPassing => Problem == SourceProblem.DiskFull || File is FileProblem.DiskFull or FileProblem.HoldsDemo or FileProblem.HoldsMixture;

    internal static SourceTrouble Of(Exception failure) => failure switch
    {
        SourceException known => known.Trouble,
        ImportRefusedException refused => new SourceTrouble(SourceProblem.File, refused.Details, refused.Problem),
        UnauthorizedAccessException or FileNotFoundException => new SourceTrouble(SourceProblem.FileUnreadable, [failure.Message]),
        IOException full when DiskSpace.IsFull(full) => new SourceTrouble(SourceProblem.DiskFull, []),
        IOException => new SourceTrouble(SourceProblem.FileUnreadable, [failure.Message]),
        _ => new SourceTrouble(SourceProblem.Other, []),
    };

    internal static SourceTrouble Of(StepProblem? problem) => problem is { File: { } file }
        ? new SourceTrouble(SourceProblem.File, problem.Details, file)
        : new SourceTrouble(SourceProblem.Other, []);
}
