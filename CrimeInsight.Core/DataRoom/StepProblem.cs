using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Why a step failed.</summary>
/// <param name="File">The file or its mapping cannot be used; null when something else failed.</param>
/// <param name="Details">Arguments of the localized text; else what the system says.</param>
public sealed record StepProblem(FileProblem? File, IReadOnlyList<string> Details)
{
    internal static StepProblem Of(Exception failure) => failure switch
    {
        ImportRefusedException refused => new StepProblem(refused.Problem, refused.Details),
        IOException unreadable => new StepProblem(FileProblem.Unreadable, [unreadable.Message]),
        _ => new StepProblem(null, [failure.Message]),
    };
}
