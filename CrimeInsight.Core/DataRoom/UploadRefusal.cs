namespace CrimeInsight.Core.DataRoom;

/// <summary>Why bytes were not taken.</summary>
public enum UploadRefusal
{
    None,

    /// <summary>There is no such upload of this person, or its time is over.</summary>
    Unknown,

    /// <summary>Longer than a file may be.</summary>
    TooLarge,

    /// <summary>The disk has no room for it.</summary>
    DiskFull,

    /// <summary>The bytes do not begin where the last ones ended.</summary>
    OffsetWrong,

    /// <summary>More bytes than the file was said to have.</summary>
    TooMany,

    /// <summary>Another request is writing.</summary>
    Busy,

    /// <summary>The bytes are not those whose checksum was sent; none of them was kept.</summary>
    ChecksumWrong,

    /// <summary>The link broke: what came until then was kept.</summary>
    Broken,
}
