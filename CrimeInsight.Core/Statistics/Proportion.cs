namespace CrimeInsight.Core.Statistics;

/// <summary>
/// A part of a whole, and whether it may be told in percent: only of at least <see cref="LeastWhole"/>, and with its interval
/// below <see cref="LeastAlone"/>. Of fewer the two counts are told instead.
/// </summary>
/// <param name="Part">0 … <paramref name="Whole"/>.</param>
public readonly record struct Proportion(double Part, double Whole)
{
    /// <summary>Least whole of which a percentage is told.</summary>
    public const int LeastWhole = 10;

    /// <summary>Least whole of which a percentage is told without its interval: ± 3 % at most.</summary>
    public const int LeastAlone = 1000;

    private const double Confidence = 0.95;

    /// <summary>It may be told in percent.</summary>
    public bool IsTold => Whole >= LeastWhole;

    /// <summary>It may be told without its interval.</summary>
    public bool IsSure => Whole >= LeastAlone;

    /// <summary>100 · part / whole; null when it may not be told.</summary>
    public double? Percent => IsTold ? 100 * Part / Whole : null;

    /// <summary>Ends of the 95 % interval in percent; null when it may not be told.</summary>
    public (double Lower, double Upper)? Interval
    {
        get
        {
            if (!IsTold)
                return null;
            var (lower, upper) = Wilson(Part, Whole, Confidence);
            return (100 * lower, 100 * upper);
        }
    }

    /// <summary>From a percentage and what it is of; null when either is not known.</summary>
    public static Proportion? Of(double? percent, double? whole) =>
        percent is { } share && whole is { } all ? new Proportion(Math.Round(share / 100 * all), all) : null;

    /// <summary>
    /// Wilson's score interval of a share, 0 … 1: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
    /// Reference: Wilson (1927), doi:10.1080/01621459.1927.10502953; Brown, Cai and DasGupta (2001), doi:10.1214/ss/1009213286.
    /// </summary>
    /// <param name="whole">Above zero.</param>
    internal static (double Lower, double Upper) Wilson(double part, double whole, double confidence)
    {
        var z = Normal.Quantile((1 + confidence) / 2);
        var share = part / whole;
        var middle = share + z * z / (2 * whole);
        var reach = z * Math.Sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole));
        var scale = 1 + z * z / whole;
        return (Math.Clamp((middle - reach) / scale, 0, 1), Math.Clamp((middle + reach) / scale, 0, 1));
    }
}
