using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Data.Import;

/// <summary>What is known of a batch before its first row.</summary>
/// <param name="FileName">Shown to people: no path.</param>
/// <param name="IsSynthetic">The rows are made up: from now on every page and export says so.</param>
/// <param name="IsDryRun">Judge every row, then roll everything back.</param>
/// <param name="EndsDemo">With its first real case every synthetic one goes.</param>
internal sealed record BatchInfo(Guid Id, BatchKind Kind, string FileName, bool IsSynthetic = false, bool IsDryRun = false, bool EndsDemo = false)
{
    /// <summary>Known cases take on what a row says newly of them; otherwise such a row is a conflict.</summary>
    public bool Updates { get; init; }

    /// <summary>Equal rows without a reference are as many cases; otherwise one.</summary>
    public bool KeepsEqualRows { get; init; }

    /// <summary>Told which rows are no new cases; null: nobody asks.</summary>
    public PreparationTally? Prepared { get; init; }

    /// <summary>A broken stop rule keeps it from being stored.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Receives, of a dry run, what the import would do.</summary>
    public IForesightSink? Foresight { get; init; }

    /// <summary>Asked once the rows of a dry run are read: how many of them are dated in the future. Null: it tells of no anomalies.</summary>
    public Func<long>? FutureRows { get; init; }

    /// <summary>Within which references are unique; for <see cref="Supersedes"/>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whose cases leave for those of the batch.</summary>
    public IReadOnlyList<SupersededMonth> Supersedes { get; init; } = [];
}
