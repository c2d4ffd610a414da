using System.Globalization;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// Orders of a multiplicative seasonal model, φ(B)Φ(Bᵐ)(∇ᵈ∇ₘᴰy − μ) = θ(B)Θ(Bᵐ)ε. Signs of θ as in R: θ(B) = 1 + θ₁B + ….
/// Reference: Box, Jenkins, Reinsel and Ljung (2015), Time Series Analysis, 5th edition, §9.1.
/// </summary>
/// <param name="P">Autoregressive order, 0 … <see cref="Most"/>.</param>
/// <param name="D">Differences, 0 … 2.</param>
/// <param name="Q">Moving average order, 0 … <see cref="Most"/>.</param>
/// <param name="SeasonalP">Seasonal autoregressive order, 0 … <see cref="MostSeasonal"/>.</param>
/// <param name="SeasonalD">Seasonal differences, 0 or 1.</param>
/// <param name="SeasonalQ">Seasonal moving average order, 0 … <see cref="MostSeasonal"/>.</param>
/// <param name="HasConstant">μ is estimated: a mean without differences, a slope with one.</param>
public readonly partial record struct ArimaOrder(int P, int D, int Q, int SeasonalP, int SeasonalD, int SeasonalQ, bool HasConstant)
{
    /// <summary>Highest order without season.</summary>
    public const int Most = 5;

    /// <summary>Highest seasonal order.</summary>
    public const int MostSeasonal = 2;

    /// <summary>Estimated coefficients, μ among them, the variance not.</summary>
    public int ParameterCount => P + Q + SeasonalP + SeasonalQ + (HasConstant ? 1 : 0);

    public bool IsSeasonal => SeasonalP + SeasonalD + SeasonalQ > 0;

    /// <summary>Reads <c>(p,d,q)</c> or <c>(p,d,q)(P,D,Q)</c>, each with <c>c</c> at the end for a constant.</summary>
    public static bool TryParse(string? text, out ArimaOrder order)
    {
        var match = Written().Match(text ?? string.Empty);
        order = default;
        if (!match.Success)
            return false;
        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        order = new ArimaOrder(Part(1), Part(2), Part(3), Part(4), Part(5), Part(6), match.Groups[7].Success);
        return order is { P: <= Most, Q: <= Most, D: <= 2, SeasonalP: <= MostSeasonal, SeasonalQ: <= MostSeasonal, SeasonalD: <= 1 };
    }

    public override string ToString()
    {
        var seasonal = IsSeasonal ? string.Create(CultureInfo.InvariantCulture, $"({SeasonalP},{SeasonalD},{SeasonalQ})") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"({P},{D},{Q}){seasonal}{(HasConstant ? "c" : string.Empty)}");
    }

    [GeneratedRegex(@"^\((\d),(\d),(\d)\)(?:\((\d),(\d),(\d)\))?(c)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
