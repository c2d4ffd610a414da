using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// A form of the exponential smoothing family: error, trend and season. Written as in the literature: ANN, MAM, AAdA.
/// Forms with additive error and multiplicative season are numerically unstable (they divide by values near zero) and
/// are not offered, as in R's <c>ets</c>; 15 forms remain.
/// Reference: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, chapter 2,
/// doi:10.1007/978-3-540-71918-2.
/// </summary>
public readonly record struct EtsForm
{
    /// <exception cref="ArgumentException">Additive error with multiplicative season.</exception>
    public EtsForm(EtsError error, EtsTrend trend, EtsSeason season)
    {
        if (error == EtsError.Additive && season == EtsSeason.Multiplicative)
            throw new ArgumentException(
                "Additive error with multiplicative season is numerically unstable and not offered; use multiplicative error.", nameof(season));
        Error = error;
        Trend = trend;
        Season = season;
    }

    /// <summary>Every stable form, additive error first, simplest first.</summary>
    public static ImmutableArray<EtsForm> All { get; } =
    [
        .. from error in Enum.GetValues<EtsError>()
           from trend in Enum.GetValues<EtsTrend>()
           from season in Enum.GetValues<EtsSeason>()
           where error == EtsError.Multiplicative || season != EtsSeason.Multiplicative
           select new EtsForm(error, trend, season),
    ];

    public EtsError Error { get; }

    public EtsTrend Trend { get; }

    public EtsSeason Season { get; }

    /// <summary>Needs a series whose values are all above zero.</summary>
    public bool NeedsPositiveValues => Error == EtsError.Multiplicative;

    /// <summary>
    /// Reads <c>ANN</c>, <c>MAM</c>, <c>AAdA</c> … (letter case is ignored).
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EtsForm form)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                form = candidate;
                return true;
            }
        }

        form = default;
        return false;
    }

    /// <summary>The short name: <c>ANN</c>, <c>MAM</c>, <c>AAdA</c> …</summary>
    public override string ToString()
    {
        var error = Error == EtsError.Additive ? "A" : "M";
        var trend = Trend switch { EtsTrend.None => "N", EtsTrend.Additive => "A", _ => "Ad" };
        var season = Season switch { EtsSeason.None => "N", EtsSeason.Additive => "A", _ => "M" };
        return error + trend + season;
    }

    /// <summary>Number of smoothing parameters: α, and β, γ, φ where the form has them.</summary>
    internal int SmoothingCount => 1 + (Trend == EtsTrend.None ? 0 : 1) + (Season == EtsSeason.None ? 0 : 1) + (Trend == EtsTrend.Damped ? 1 : 0);

    /// <summary>Number of estimated quantities besides the variance: smoothing parameters and free initial states.</summary>
    internal int ParameterCount(int seasonLength) =>
        SmoothingCount + 1 + (Trend == EtsTrend.None ? 0 : 1) + (Season == EtsSeason.None ? 0 : seasonLength - 1);
}
