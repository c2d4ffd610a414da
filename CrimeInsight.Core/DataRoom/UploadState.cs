namespace CrimeInsight.Core.DataRoom;

/// <summary>How far an upload has come. Stored in small letters; never rename.</summary>
public enum UploadState
{
    /// <summary>Bytes are missing.</summary>
    Receiving,

    /// <summary>All bytes are there.</summary>
    Complete,

    /// <summary>Its rows are in the database, and the file is gone.</summary>
    Imported,
}
