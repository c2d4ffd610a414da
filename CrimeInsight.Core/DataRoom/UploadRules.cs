namespace CrimeInsight.Core.DataRoom;

/// <summary>What may be uploaded, and how long it stays.</summary>
/// <param name="Folder">Where the files lie; null: <c>uploads</c> in the data folder.</param>
/// <param name="MostBytes">Of one file.</param>
/// <param name="LeastFreeBytes">What must stay free on the disk.</param>
/// <param name="Keep">How long an upload stays on which nothing is done.</param>
public sealed record UploadRules(string? Folder, long MostBytes, long LeastFreeBytes, TimeSpan Keep)
{
    public const long UsualMostBytes = 2L << 30;
    public const long UsualLeastFreeBytes = 1L << 30;
    public const int UsualKeepHours = 7 * 24;

    public static UploadRules Usual { get; } = new(null, UsualMostBytes, UsualLeastFreeBytes, TimeSpan.FromHours(UsualKeepHours));
}
