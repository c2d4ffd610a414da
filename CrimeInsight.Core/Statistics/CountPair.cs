namespace CrimeInsight.Core.Statistics;

/// <summary>
/// A count and an earlier one, and whether their change may be told in percent: only from <see cref="LeastTogether"/> cases
/// in both together, of which <see cref="LeastBefore"/> in the earlier. Below that the two counts are told instead: with fewer
/// cases one standard error of the change, about 2/√n, is above 28 %.
/// </summary>
public readonly record struct CountPair(double Before, double After)
{
    /// <summary>Cases in both together from which a change is told in percent.</summary>
    public const int LeastTogether = 50;

    /// <summary>Cases in the earlier from which a change is told in percent.</summary>
    public const int LeastBefore = 10;

    private const double Confidence = 0.95;

    /// <summary>The change may be told in percent.</summary>
    public bool IsTold => Before >= LeastBefore && Before + After >= LeastTogether;

    /// <summary>100 · (after / before − 1); null when it may not be told.</summary>
    public double? Percent => IsTold ? 100 * (After - Before) / Before : null;

    /// <summary>
    /// Ends of the 95 % interval of the change of the rate behind the counts, in percent; null when it may not be told. Given the
    /// sum the later count is binomial; Wilson's interval of its share p gives that of the ratio, p / (1 − p).
    /// Reference: Wilson (1927), doi:10.1080/01621459.1927.10502953.
    /// </summary>
    public (double Lower, double Upper)? Interval
    {
        get
        {
            if (!IsTold)
                return null;
            var (lower, upper) = Proportion.Wilson(After, Before + After, Confidence);
            return (100 * (lower / (1 - lower) - 1), 100 * (upper / (1 - upper) - 1));
        }
    }
}
