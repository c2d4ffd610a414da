using System.Globalization;
using CrimeInsight.Core.Forecasting.Methods.Arima;
using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>Reads Reference/Forecasting.</summary>
internal static class ForecastReference
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Reference", "Forecasting");

    public static IReadOnlyDictionary<string, (int SeasonLength, double[] Values)> Series { get; } =
        Rows("series.csv").ToDictionary(row => row[0], row => (int.Parse(row[1], CultureInfo.InvariantCulture), Numbers(row[2])));

    public static IReadOnlyDictionary<string, EtsCase> Cases { get; } = Rows("ets_fixed.csv").Select(Case).ToDictionary(item => item.Name);

    /// <summary>Per case, per step: mean, the four interval ends, and the four simulated ones.</summary>
    public static ILookup<string, double[]> Forecasts { get; } =
        Rows("ets_forecasts.csv").ToLookup(row => row[0], row => row[2..].Select(Number).ToArray());

    public static IReadOnlyList<(string Series, double Aicc)> Automatic { get; } =
        [.. Rows("ets_auto.csv").Select(row => (row[0], Number(row[2])))];

    /// <summary>Per series, per step: mean and the four interval ends.</summary>
    public static ILookup<string, double[]> SeasonalNaive { get; } =
        Rows("snaive.csv").ToLookup(row => row[0], row => row[2..].Select(Number).ToArray());

    /// <summary>Case, series, order, coefficients, variance, exact log-likelihood (NaN: none), points, standard errors.</summary>
    public static IReadOnlyList<ArimaCase> ArimaFixed { get; } = [.. Rows("arima_fixed.csv").Select(ArimaCaseOf)];

    /// <summary>AICc of R's stepwise and full searches.</summary>
    public static IReadOnlyList<(string Series, double Stepwise, double Full)> ArimaAutomatic { get; } =
        [.. Rows("arima_auto.csv").Select(row => (row[0], Number(row[2]), Number(row[4])))];

    /// <summary>24 points of the classical theta method.</summary>
    public static IReadOnlyDictionary<string, double[]> Theta { get; } = Rows("theta.csv").ToDictionary(row => row[0], row => Numbers(row[1]));

    private static ArimaCase ArimaCaseOf(string[] row)
    {
        Assert.True(ArimaOrder.TryParse(row[2].Replace(' ', ','), out var order));
        return new ArimaCase(row[0], row[1], order, Numbers(row[3]), Number(row[4]), row[5].Length == 0 ? double.NaN
            : Number(row[5]), Numbers(row[6]), Numbers(row[7]));
    }

    private static EtsCase Case(string[] row)
    {
        Assert.True(EtsForm.TryParse(row[2], out var form));
        return new EtsCase(row[0], row[1], form, Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]),
            Number(row[10]), Number(row[11]), Numbers(row[12]), Numbers(row[13]));
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(s_folder, file)).Skip(1).Select(line => line.Split(','));

    private static double[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    /// <summary>An absent parameter is 0.</summary>
    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
}
