using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>
/// What share of the cases that police registered the data hold: ours by official of the same places, heads and calendar years. Above one they hold
/// more than was printed.
/// </summary>
/// <param name="Ours">Cases of ours; 0 where it is not known.</param>
/// <param name="Official">Cases as published; 0 where it is not known.</param>
/// <param name="Years">Calendar years compared.</param>
/// <param name="IsOfOtherYears">None of them touches the period asked for: official figures are published late.</param>
/// <param name="IsEstimated">Some official figure is a printed total divided by another year's parts.</param>
/// <param name="IsPartial">Compared are those of the heads asked for that have official figures; of the others nothing is known.</param>
/// <param name="IsSample">The data are a sample by design, so that ours varies by chance.</param>
public sealed record Coverage(
    CoverageState State, double Ours, double Official, ImmutableArray<int> Years, bool IsOfOtherYears = false, bool IsEstimated = false,
    bool IsPartial = false, bool IsSample = false)
{
    /// <summary>Least cases, of the years compared and of the period, from which a rate is scaled: their own error is then 18 % at most.</summary>
    public const int LeastCases = 30;

    private const double Confidence = 0.95;

    /// <summary>Null: not known.</summary>
    public double? Share => State == CoverageState.Known && Official > 0 ? Ours / Official : null;

    /// <summary>
    /// Ends of the 95 % interval of the share where ours is a sample: Poisson limits of ours, by Byar's approximation, over the official figure,
    /// which is a fact. Reference: Breslow and Day (1987), IARC Sci. Publ. 82, equation 2.11.
    /// </summary>
    public (double Lower, double Upper)? Interval
    {
        get
        {
            if (Share is null || !IsSample)
                return null;
            var z = Normal.Quantile((1 + Confidence) / 2);
            var lower = Ours <= 0 ? 0 : Ours * Math.Pow(1 - 1 / (9 * Ours) - z / (3 * Math.Sqrt(Ours)), 3);
            var more = Ours + 1;
            var upper = more * Math.Pow(1 - 1 / (9 * more) + z / (3 * Math.Sqrt(more)), 3);
            return (Math.Max(0, lower) / Official, upper / Official);
        }
    }

    /// <summary>Rates may be scaled by it.</summary>
    public bool MayScale => Share > 0 && Ours >= LeastCases && !IsPartial;

    public static Coverage Unknown(CoverageState state) => new(state, 0, 0, []);

    /// <summary>
    /// A rate as it would be if all cases were held: rate by share. Its 95 % interval is that of the ratio of two Poisson counts on the log scale,
    /// rate/share · exp(± z · √(1/cases + 1/ours)); for a rate of the compared years themselves, whose two errors are one, it is too wide.
    /// </summary>
    /// <param name="ratePerLakh">Of our cases.</param>
    /// <param name="cases">How many they are.</param>
    /// <returns>Null where nothing may be scaled: unknown coverage, or too few cases.</returns>
    public ScaledRate? Scale(double? ratePerLakh, double? cases)
    {
        if (!MayScale || ratePerLakh is not { } rate || cases is not { } count || count < LeastCases)
            return null;
        var value = rate / Share!.Value;
        var reach = Math.Exp(Normal.Quantile((1 + Confidence) / 2) * Math.Sqrt(1 / count + 1 / Ours));
        return new ScaledRate(value, value / reach, value * reach);
    }
}
