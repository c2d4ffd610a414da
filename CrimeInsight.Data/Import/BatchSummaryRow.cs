using System.Text.Json;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Data.Import;

/// <summary>A row of crime.batch as <see cref="BatchStore"/> selects it.</summary>
internal sealed record BatchSummaryRow
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public string FileName { get; init; } = "";

    public string? Sha256 { get; init; }

    public bool IsDemo { get; init; }

    public bool IsSynthetic { get; init; }

    public string? PersonName { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime FinishedAt { get; init; }

    public string? Mapping { get; init; }

    public string? Source { get; init; }

    /// <summary>JSON.</summary>
    public string? Preparation { get; init; }

    public string? Override { get; init; }

    public long Accepted { get; init; }

    public long Updated { get; init; }

    public long Duplicates { get; init; }

    public long Conflicts { get; init; }

    public long PendingConflicts { get; init; }

    public long Rejected { get; init; }

    public long EqualRows { get; init; }

    public long Superseded { get; init; }

    public DateTime? RolledBackAt { get; init; }

    public string? RolledBackBy { get; init; }

    public BatchSummary ToSummary() => new()
    {
        Id = Id,
        Number = Number,
        FileName = FileName,
        Sha256 = Sha256,
        IsDemo = IsDemo,
        IsSynthetic = IsSynthetic,
        PersonName = PersonName,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        Mapping = Mapping,
        Source = Source,
        Preparation = Preparation is null ? null : JsonSerializer.Deserialize<PreparationReport>(Preparation, PreparationReport.Json),
        Override = Override,
        Accepted = Accepted,
        Updated = Updated,
        Duplicates = Duplicates,
        Conflicts = Conflicts,
        PendingConflicts = PendingConflicts,
        Rejected = Rejected,
        EqualRows = EqualRows,
        Superseded = Superseded,
        RolledBackAt = RolledBackAt,
        RolledBackBy = RolledBackBy,
    };
}
