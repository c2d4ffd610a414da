namespace CrimeInsight.Core.Sources;

/// <summary>Why a source could not be read, or was not taken on. Stored; never rename.</summary>
public enum SourceProblem
{
    NameMissing,
    NameTaken,

    /// <summary>The server has no folder for sources.</summary>
    FoldersOff,
    FolderMissing,

    /// <summary>The path leads out of the folder for sources, by its names or by a link.</summary>
    FolderOutside,

    /// <summary>The file is a link.</summary>
    FileLinked,

    /// <summary>The system does not let it be read or moved.</summary>
    FileUnreadable,
    AddressInvalid,

    /// <summary>Not https.</summary>
    AddressNotSecure,

    /// <summary>An address within the own network that is not allowed.</summary>
    AddressPrivate,
    HostUnknown,
    ConnectionFailed,
    TimedOut,

    /// <summary>The address asks for other credentials.</summary>
    SignInRefused,
    NotFound,
    StatusUnexpected,
    RedirectedTooOften,

    /// <summary>Name, password or token is missing.</summary>
    SecretMissing,

    /// <summary>The secret cannot be read with the keys there are.</summary>
    SecretLost,
    TooLarge,
    DiskFull,
    MappingGone,

    /// <summary>Whoever owns it is no administrator any more.</summary>
    OwnerGone,

    /// <summary>The file cannot be used; which see.</summary>
    File,

    /// <summary>Somebody ended the reading.</summary>
    Cancelled,

    /// <summary>Something else; the log has more.</summary>
    Other,
}
