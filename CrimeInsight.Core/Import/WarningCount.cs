namespace CrimeInsight.Core.Import;

/// <summary>How many rows a warning is about.</summary>
public sealed record WarningCount(ImportWarning Warning, string Column, long Rows)
{
    /// <summary>What was written; null where the warning is not about a name.</summary>
    public string? Written { get; init; }

    /// <summary>Of the jurisdiction in which it was counted.</summary>
    public string? Code { get; init; }
}
