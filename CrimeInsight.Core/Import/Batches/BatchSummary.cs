using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import.Batches;

/// <summary>A batch: who brought what in, when, and what became of its rows.</summary>
public sealed record BatchSummary
{
    public required Guid Id { get; init; }

    /// <summary>Ascending with time; in the id of each of its cases.</summary>
    public required int Number { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal; null for demo data.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Made by the demo, not from a file: it cannot be rolled back.</summary>
    public required bool IsDemo { get; init; }

    public required bool IsSynthetic { get; init; }

    /// <summary>Name of the person; null when they are not known any more.</summary>
    public string? PersonName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Null for the canonical file and for demo data.</summary>
    public string? Mapping { get; init; }

    /// <summary>Within which references are unique; null for demo data.</summary>
    public string? Source { get; init; }

    /// <summary>How its rows were prepared; null for demo data and batches of before there were steps.</summary>
    public PreparationReport? Preparation { get; init; }

    /// <summary>Why it was stored although more of its rows were rejected than may be; null: they were not.</summary>
    public string? Override { get; init; }

    public required long Accepted { get; init; }

    public required long Updated { get; init; }

    public required long Duplicates { get; init; }

    /// <summary>Decided to be kept apart, or not decided.</summary>
    public required long Conflicts { get; init; }

    public required long PendingConflicts { get; init; }

    public required long Rejected { get; init; }

    /// <summary>Rows without a reference that equal one before them in the file.</summary>
    public required long EqualRows { get; init; }

    /// <summary>Cases whose place it took.</summary>
    public required long Superseded { get; init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? RolledBackAt { get; init; }

    public string? RolledBackBy { get; init; }

    public long Rows => Accepted + Updated + Duplicates + Conflicts + Rejected;
}
