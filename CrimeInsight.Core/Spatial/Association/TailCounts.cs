namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Where an observed value stands among values drawn by chance.</summary>
/// <param name="Below">Draws below it.</param>
/// <param name="Above">Draws above it; the rest are ties.</param>
/// <param name="Draws">All draws.</param>
internal readonly record struct TailCounts(int Below, int Above, int Draws)
{
    private int Tied => Draws - Below - Above;

    /// <summary>Draws in the smaller tail, ties half.</summary>
    public double SmallerTail => Math.Min(Below, Above) + Tied / 2.0;

    /// <summary>
    /// Two-sided pseudo p-value by the mid rank among draws and observed value together, as spdep's <c>localmoran_perm</c>:
    /// never 0. (Barnard 1963; Davison and Hinkley 1997, §4.2.)
    /// </summary>
    public double TwoSidedP => Math.Min(1, 2 * (SmallerTail + 1) / (Draws + 1));
}
