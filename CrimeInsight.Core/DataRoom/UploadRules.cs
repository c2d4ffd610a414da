namespace CrimeInsight.Core.DataRoom;

/// <summary>What may be uploaded, and how long it stays. Limits that are settings are asked each time.</summary>
/// <param name="folder">Where the files lie; null: <c>uploads</c> in the data folder.</param>
/// <param name="leastFreeBytes">What must stay free on the disk.</param>
/// <param name="limits">Most bytes of one file, and how long an upload stays on which nothing is done.</param>
public sealed class UploadRules(string? folder, long leastFreeBytes, Func<(long MostBytes, TimeSpan Keep)> limits)
{
    public const long UsualMostBytes = 2L << 30;
    public const long UsualLeastFreeBytes = 1L << 30;
    public const int UsualKeepHours = 7 * 24;

    public static UploadRules Usual { get; } = new(null, UsualLeastFreeBytes, () => (UsualMostBytes, TimeSpan.FromHours(UsualKeepHours)));

    /// <summary>Where the files lie; null: <c>uploads</c> in the data folder.</summary>
    public string? Folder => folder;

    /// <summary>What must stay free on the disk.</summary>
    public long LeastFreeBytes => leastFreeBytes;

    /// <summary>Of one file.</summary>
    public long MostBytes => limits().MostBytes;

    /// <summary>How long an upload stays on which nothing is done.</summary>
    public TimeSpan Keep => limits().Keep;
}
