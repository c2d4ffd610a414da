using System.Collections.Immutable;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What a step was asked to do.</summary>
/// <param name="MappingJson">How rows are read; null for the canonical file.</param>
/// <param name="EndsDemo">The first real case ends the demo.</param>
/// <param name="Updates">Known cases take on what a row says newly of them.</param>
/// <param name="Choice">Which part of the file holds the data; null: the only one.</param>
public sealed record StepRequest(
    string? MappingJson = null, bool EndsDemo = false, bool Updates = false, DataFileChoice? Choice = null)
{
    /// <summary>Why rows are stored although more are rejected than may be.</summary>
    public string? Override { get; init; }

    /// <summary>What the check found odd about the file is confirmed.</summary>
    public bool ConfirmsAnomalies { get; init; }

    /// <summary>Whose cases leave for those of the file.</summary>
    public ImmutableArray<SupersededMonth> Supersedes { get; init; } = [];
}
