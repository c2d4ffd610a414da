using System.ComponentModel.DataAnnotations;

namespace CrimeInsight.Data.Import;

/// <summary>What is kept of batches. Configured as <c>Batches__KeepRowsDays</c>.</summary>
public sealed class BatchOptions
{
    public const string SectionName = "Batches";

    /// <summary>Days for which rejected, duplicate and conflicting rows are kept, with their values; counts and cases stay.</summary>
    [Range(1, 36_500, ErrorMessage = "Batches__KeepRowsDays must be {1} to {2} days; choose a value within, or leave it out for 400.")]
    public int KeepRowsDays { get; set; } = 400;
}
