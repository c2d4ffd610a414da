namespace CrimeInsight.Core.DataRoom;

/// <summary>A file on its way in, as the person sees it whose it is.</summary>
/// <param name="FileName">Shown to people: no path.</param>
/// <param name="Length">Bytes it has.</param>
/// <param name="Received">Bytes that have come.</param>
/// <param name="ExpiresAt">When it is deleted unless more comes or is done with it.</param>
/// <param name="Sha256">Lower-case hexadecimal; null while unknown.</param>
/// <param name="MappingJson">How its rows are read; null while nothing is chosen.</param>
public sealed record Upload(
    Guid Id, string FileName, long Length, long Received, UploadState State, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? Sha256 = null,
    string? MappingJson = null);
