namespace CrimeInsight.Core.Import;

/// <summary>When an import is stopped. Pages and verbs tell of it; what holds to it is the import itself, before it stores anything.</summary>
public static class StopRules
{
    /// <summary>Share of the rows; with more of them rejected the file is most likely read wrongly.</summary>
    public const double MostRejected = 0.05;

    /// <summary>Letters of a reason that is kept.</summary>
    public const int MostReasonChars = 500;

    public static bool AreTooMany(long rejected, long rows) => rows > 0 && rejected > rows * MostRejected;

    /// <summary>A reason as it is kept; null when it says nothing.</summary>
    public static string? ReasonOf(string? text) =>
        text?.Trim() is { Length: > 0 } reason ? reason.Length <= MostReasonChars ? reason : reason[..MostReasonChars] : null;
}
