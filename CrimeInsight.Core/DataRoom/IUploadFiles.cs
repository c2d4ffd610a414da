namespace CrimeInsight.Core.DataRoom;

/// <summary>Port: the bytes of uploads on disk, and what is written beside them.</summary>
public interface IUploadFiles
{
    /// <summary>Bytes that can still be written; null when the system does not say.</summary>
    long? FreeBytes();

    /// <summary>Makes an empty file.</summary>
    void Create(Guid id);

    /// <summary>Bytes that are there; 0 when there is no file.</summary>
    long LengthOf(Guid id);

    bool Exists(Guid id);

    /// <summary>To write behind what is there, for one at a time.</summary>
    /// <exception cref="IOException">Another writes.</exception>
    Stream OpenToWrite(Guid id);

    /// <exception cref="IOException">There is none, or it is being written.</exception>
    Stream OpenToRead(Guid id);

    /// <summary>A list of rows written beside the file, such as those rejected; replaced when it is closed.</summary>
    TextWriter WriteList(Guid id, string name);

    /// <returns>Null when there is none.</returns>
    Stream? OpenList(Guid id, string name);

    /// <summary>Deletes the file, not the lists beside it.</summary>
    void DeleteContent(Guid id);

    /// <summary>Deletes the file and all beside it.</summary>
    void Delete(Guid id);

    /// <summary>Uploads that have files here which nobody has written to since a moment.</summary>
    IReadOnlyList<Guid> Untouched(DateTimeOffset since);
}
