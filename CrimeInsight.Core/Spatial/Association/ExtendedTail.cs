namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// P-values beyond the last few draws: as long as enough draws are more extreme the p-value is their share; further out the share at
/// the tenth most extreme draw is continued by the Pearson type III law with the first three moments of the sums (Mielke and
/// Berry 2007, Permutation Methods, §2.3; the idea of continuing a permutation tail: Knijnenburg et al. 2009,
/// doi:10.1093/bioinformatics/btp211). Where that law ends before the observed value, the share of the draws stands.
/// </summary>
internal sealed class ExtendedTail
{
    /// <summary>Draws that make a share reliable: a relative error of about a third.</summary>
    public const int EnoughDraws = 10;

    private readonly SumMoments _moments;
    private readonly int _draws;
    private readonly double _lowestLog;
    private readonly double _highestLog;

    /// <param name="sorted">The draws, ascending; at least 20.</param>
    public ExtendedTail(double[] sorted, SumMoments moments)
        : this(sorted.Length, sorted[EnoughDraws - 1], sorted[^EnoughDraws], moments)
    {
    }

    /// <param name="draws">At least 20.</param>
    /// <param name="low">The tenth lowest of them.</param>
    /// <param name="high">The tenth highest.</param>
    public ExtendedTail(int draws, double low, double high, SumMoments moments)
    {
        (_moments, _draws) = (moments, draws);
        (_lowestLog, _highestLog) = (LogTail(low, isUpper: false), LogTail(high, isUpper: true));
    }

    public double TwoSidedP(TailCounts counts, double observed)
    {
        var drawn = counts.TwoSidedP;
        if (counts.SmallerTail >= EnoughDraws)
            return drawn;
        var isUpper = counts.Above < counts.Below;
        var ratio = LogTail(observed, isUpper) - (isUpper ? _highestLog : _lowestLog);
        return double.IsFinite(ratio) ? Math.Min(drawn, 2.0 * EnoughDraws / (_draws + 1) * Math.Exp(Math.Min(0, ratio))) : drawn;
    }

    private double LogTail(double sum, bool isUpper) => _moments.LogTail(sum, isUpper);
}
