using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What a name was found to mean.</summary>
/// <param name="Value">Null when refused.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Field">The column to blame, or that was corrected.</param>
internal sealed record Resolution<T>(T? Value, RejectReason? Reason, ImportField Field)
    where T : class
{
    /// <summary>The name as written, when it was misspelt.</summary>
    public string? CorrectedFrom { get; init; }

    /// <summary>What may have been meant by a refused name.</summary>
    public string? Suggestion { get; init; }

    /// <summary>A finer place was named that is not known; <see cref="Value"/> is the one it should lie in.</summary>
    public bool IsCoarser { get; init; }

    public static Resolution<T> Found(T value, ImportField field, string? correctedFrom = null) => new(value, null, field) { CorrectedFrom = correctedFrom };

    public static Resolution<T> Refused(RejectReason reason, ImportField field, string? suggestion = null) =>
        new(null, reason, field) { Suggestion = suggestion };
}
