using CrimeInsight.Core.DataRoom;

namespace CrimeInsight.Data.DataRoom;

/// <summary>An upload as it is stored.</summary>
internal sealed record UploadRow(
    Guid Id, string FileName, long Length, long Received, string State, DateTime CreatedAt, DateTime ExpiresAt, byte[]? Sha256, string? Mapping)
{
    public Upload ToUpload() => new(
        Id, FileName, Length, Received, Enum.Parse<UploadState>(State, ignoreCase: true), new DateTimeOffset(CreatedAt, TimeSpan.Zero),
        new DateTimeOffset(ExpiresAt, TimeSpan.Zero), Sha256 is null ? null : Convert.ToHexStringLower(Sha256), Mapping);
}
