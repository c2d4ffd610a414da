using System.ComponentModel.DataAnnotations;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Data.Queries;

/// <summary>How protected heads are shown. Configured as <c>Privacy__MinimumTotal</c>.</summary>
public sealed class PrivacyOptions
{
    public const string SectionName = "Privacy";

    /// <summary>Fewest cases of protected heads that a table divides, or splits by gender or age; at least 10.</summary>
    [Range(ProtectedHeads.LeastMinimumTotal, 1_000_000,
        ErrorMessage = "Privacy__MinimumTotal must be {1} to {2}; choose a value within, or leave it out for 20.")]
    public int MinimumTotal { get; set; } = ProtectedHeads.DefaultMinimumTotal;
}
