using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Suggesting;

/// <summary>Port: suggests how a file is to be read, and asks what its values mean.</summary>
public interface IMappingAdviser
{
    /// <summary>
    /// What the file is, and a mapping with reasons, and as its questions the values that no code, name or alias explains, the most frequent first. When a
    /// needed column is not found there are none.
    /// </summary>
    /// <param name="content">Any format of data. Seekable; read from its beginning.</param>
    /// <param name="name">Of the mapping.</param>
    /// <param name="choice">Which part of it holds the data; null: the only one.</param>
    /// <param name="fileName">May name a place that all rows are of; null: not known.</param>
    /// <exception cref="ImportRefusedException">The file is unusable as a whole.</exception>
    Task<MappingAdvice> SuggestAsync(
        Stream content, string name, Viewer viewer, string? encoding, DataFileChoice? choice, string? fileName, CancellationToken cancellationToken);
}
