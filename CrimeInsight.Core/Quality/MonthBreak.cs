using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Quality;

/// <summary>A month in which a place registered far fewer or far more cases than its other months give reason to expect.</summary>
/// <param name="Expected">Cases.</param>
public sealed record MonthBreak(Month Month, long Cases, double Expected)
{
    /// <summary>Fewer: records may be missing. Else more: some may be there twice.</summary>
    public bool IsSilence => Cases < Expected;
}
