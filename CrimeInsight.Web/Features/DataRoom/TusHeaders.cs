namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Names and values of the protocol in which files are sent in pieces (tus 1.0, https://tus.io/protocols/resumable-upload).</summary>
internal static class TusHeaders
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,expiration,termination,checksum";
    public const string PieceType = "application/offset+octet-stream";

    /// <summary>Answer to a piece that is not what its checksum says.</summary>
    public const int ChecksumMismatch = 460;

    public const string Resumable = "Tus-Resumable";
    public const string VersionHeader = "Tus-Version";
    public const string Extension = "Tus-Extension";
    public const string MaxSize = "Tus-Max-Size";
    public const string ChecksumAlgorithm = "Tus-Checksum-Algorithm";
    public const string Length = "Upload-Length";
    public const string DeferLength = "Upload-Defer-Length";
    public const string Offset = "Upload-Offset";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";
    public const string Expires = "Upload-Expires";
}
