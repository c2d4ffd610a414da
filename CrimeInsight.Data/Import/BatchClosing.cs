namespace CrimeInsight.Data.Import;

/// <summary>What is known of a batch after its last row, and stored with it.</summary>
internal sealed record BatchClosing(byte[]? FileSha256, string DetailJson)
{
    public static BatchClosing Empty { get; } = new(null, "{}");
}
