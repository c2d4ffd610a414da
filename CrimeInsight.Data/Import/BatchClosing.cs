namespace CrimeInsight.Data.Import;

/// <summary>What is known of a batch after its last row, and stored with it.</summary>
/// <param name="Detail">JSON, once it is known what becomes of the rows.</param>
internal sealed record BatchClosing(byte[]? FileSha256, Func<BatchResult, string> Detail)
{
    public static BatchClosing Empty { get; } = new(null, _ => "{}");
}
