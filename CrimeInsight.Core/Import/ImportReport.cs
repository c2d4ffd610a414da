using System.Collections.Immutable;
using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Core.Import;

/// <summary>What became of a file.</summary>
public sealed record ImportReport
{
    public required string FileName { get; init; }

    public required Guid BatchId { get; init; }

    public required bool IsDryRun { get; init; }

    /// <summary>Name of the mapping; null for the canonical file.</summary>
    public string? Mapping { get; init; }

    public required string Source { get; init; }

    public required string Encoding { get; init; }

    public required char Delimiter { get; init; }

    /// <summary>Rows read: the sum of the next five.</summary>
    public required long Rows { get; init; }

    public required long Accepted { get; init; }

    /// <summary>Rows that changed a known case.</summary>
    public required long Updated { get; init; }

    /// <summary>Rows equal to a known case, or to a row before.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Rows that contradict a case of the same reference; kept for somebody to decide.</summary>
    public required long Conflicts { get; init; }

    public required long Rejected { get; init; }

    /// <summary>Rows without a reference that equal one before them in the file, whether kept or dropped.</summary>
    public long EqualRows { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Reasons against rows, most frequent first. A row may have several.</summary>
    public required ImmutableArray<KeyValuePair<RejectReason, long>> Reasons { get; init; }

    /// <summary>The first rejects, at most <see cref="MostExamples"/>.</summary>
    public required ImmutableArray<RejectedCell> Examples { get; init; }

    public required ImmutableArray<NameCorrection> Corrections { get; init; }

    public required ImmutableArray<WarningCount> Warnings { get; init; }

    /// <summary>Columns of the file that nothing was read from.</summary>
    public required ImmutableArray<string> IgnoredColumns { get; init; }

    /// <summary>Of a dry run: what is odd about the file as a whole.</summary>
    public ImmutableArray<Anomaly> Anomalies { get; init; } = [];

    /// <summary>Of a dry run: months of places whose stored cases the file's may replace, at most <see cref="StoredMonth.Most"/>.</summary>
    public ImmutableArray<StoredMonth> StoredMonths { get; init; } = [];

    /// <summary>Of a dry run: how many pairs of records may be one case.</summary>
    public LikelySummary? Likely { get; init; }

    /// <summary>Of a dry run: which rows would have which features.</summary>
    public FeatureReport? Features { get; init; }

    /// <summary>How the rows were prepared; null in reports of before there were steps.</summary>
    public PreparationReport? Preparation { get; init; }

    /// <summary>The rule that stops the import, or was overruled for <see cref="Override"/>; null: none, or nothing would be stored.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>Why rows were stored all the same.</summary>
    public string? Override { get; init; }

    public required double Seconds { get; init; }

    public const int MostExamples = 20;
}
