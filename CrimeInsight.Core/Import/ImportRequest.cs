using CrimeInsight.Core.Import.Foresight;

namespace CrimeInsight.Core.Import;

/// <summary>A file to import.</summary>
public sealed record ImportRequest
{
    /// <summary>Name shown to people: no path.</summary>
    public required string FileName { get; init; }

    /// <summary>Read once, from its position to its end.</summary>
    public required Stream Content { get; init; }

    /// <summary>Says how a foreign file becomes the canonical one (docs/import.md); null for the canonical file.</summary>
    public string? MappingJson { get; init; }

    /// <summary>Name of the text encoding; null: the mapping's, else found from the bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>Which part of an archive or workbook holds the data; needed where it could be several.</summary>
    public DataFileChoice Choice { get; init; } = new();

    /// <summary>Asked after the last byte: false refuses the file, for it changed while it was read. Null: not asked.</summary>
    public Func<bool>? IsUnchanged { get; init; }

    /// <summary>Within which references are unique; null: the mapping's, else <c>records</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Judge every row and change nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>
    /// The first real case removes every synthetic one and ends the demo for good. Without it real rows are refused where
    /// synthetic ones are.
    /// </summary>
    public bool EndsDemo { get; init; }

    /// <summary>
    /// Known cases take on what a row says newly of them, as in a later export of the same source. Without it such a row is a conflict,
    /// to be decided.
    /// </summary>
    public bool Updates { get; init; }

    /// <summary>What equal rows without a reference are; null: what the mapping says.</summary>
    public EqualRows? EqualRows { get; init; }

    /// <summary>Whose cases leave for those of the file; none when no row of it is accepted.</summary>
    public IReadOnlyList<SupersededMonth> Supersedes { get; init; } = [];

    /// <summary>Why rows are stored although a <see cref="StopRule"/> is broken; null: they are not.</summary>
    public string? Override { get; init; }

    /// <summary>How many anomalies of the check were confirmed.</summary>
    public int ConfirmedAnomalies { get; init; }

    /// <summary>Receives every reject as CSV; null: they are only kept with the batch.</summary>
    public TextWriter? Rejects { get; init; }

    /// <summary>Receives, of a dry run, what the import would do; null: only the report does.</summary>
    public IForesightSink? Foresight { get; init; }

    /// <summary>Key of the batch, by which it is found again after a restart; null: a new one.</summary>
    public Guid? BatchId { get; init; }
}
