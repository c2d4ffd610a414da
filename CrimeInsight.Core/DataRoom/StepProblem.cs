using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Why a step failed.</summary>
/// <param name="File">The file or its mapping cannot be used; null when something else failed.</param>
/// <param name="Details">Arguments of the localized text; else what the system says.</param>
/// <param name="Parts">Of a file of several parts: those that can be chosen.</param>
public sealed record StepProblem(FileProblem? File, IReadOnlyList<string> Details, IReadOnlyList<string>? Parts = null)
{
    internal static StepProblem Of(Exception failure) => failure switch
    {
        ImportRefusedException refused => new StepProblem(refused.Problem, refused.Details, refused.Parts),
        IOException full when DiskSpace.IsFull(full) => new StepProblem(FileProblem.DiskFull, []),
        IOException unreadable => new StepProblem(FileProblem.Unreadable, [unreadable.Message]),
        _ => new StepProblem(null, [failure.Message]),
    };
}
