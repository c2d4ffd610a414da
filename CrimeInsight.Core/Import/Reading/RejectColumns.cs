namespace CrimeInsight.Core.Import.Reading;

/// <summary>What the file of rejects adds to the columns of its source. Mended and imported again, these are not read.</summary>
internal static class RejectColumns
{
    public static IReadOnlyList<string> All { get; } = ["reject_row", "reject_line", "reject_column", "reject_reason", "reject_suggestion"];

    /// <summary>The header is that of a file of rejects.</summary>
    public static bool AreIn(IReadOnlyList<string> header) => All.All(name => header.Contains(name, StringComparer.Ordinal));
}
