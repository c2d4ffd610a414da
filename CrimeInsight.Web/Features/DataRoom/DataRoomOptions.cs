using System.ComponentModel.DataAnnotations;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>
/// Uploads. Configured as <c>DataRoom__Folder</c>, <c>DataRoom__MostBytes</c>, <c>DataRoom__LeastFreeBytes</c> and <c>DataRoom__KeepHours</c>.
/// </summary>
public sealed class DataRoomOptions
{
    public const string SectionName = "DataRoom";

    /// <summary>Where uploads lie; null: <c>uploads</c> in the data folder. Several instances share one.</summary>
    public string? Folder { get; set; }

    /// <summary>Most bytes of one file.</summary>
    [Range(1, long.MaxValue)]
    public long MostBytes { get; set; } = UploadRules.UsualMostBytes;

    /// <summary>Bytes of the disk that an upload leaves free.</summary>
    [Range(0, long.MaxValue)]
    public long LeastFreeBytes { get; set; } = UploadRules.UsualLeastFreeBytes;

    /// <summary>Hours an upload stays on which nothing is done.</summary>
    [Range(1, 24 * 365)]
    public int KeepHours { get; set; } = UploadRules.UsualKeepHours;

    /// <summary>What follows for uploads.</summary>
    /// <param name="settings">Go before what is configured; null in a process that has none.</param>
    public UploadRules ToRules(ISettings? settings) => new(
        string.IsNullOrWhiteSpace(Folder) ? null : Path.GetFullPath(Folder),
        LeastFreeBytes,
        () => settings?.Current is { } now ? (now.UploadMostBytes, now.UploadKeep) : (MostBytes, TimeSpan.FromHours(KeepHours)));
}
