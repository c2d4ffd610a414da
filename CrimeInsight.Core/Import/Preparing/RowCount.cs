namespace CrimeInsight.Core.Import.Preparing;

/// <summary>How many rows are of a kind.</summary>
public sealed record RowCount<T>(T Kind, long Rows)
    where T : struct, Enum;
