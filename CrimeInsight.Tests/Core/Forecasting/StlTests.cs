using System.Globalization;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>
/// STL against R 4.2; see Reference/Forecasting/README.md. R's robust fits are followed for as many rounds as its median
/// is one: it asks a partial sort (CACM 410) for two ranks in descending order, which that needs ascending.
/// </summary>
public sealed class StlTests
{
    private const double ReferenceTolerance = 1e-12;
    private static readonly Dictionary<string, string[]> s_cases = Rows("stl.csv").Where(row => row[3] == "0").Concat(Rows("stl_rounds.csv"))
        .ToDictionary(row => row[0]);

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decompose_PublicSeries_EqualsReference(string name) => Assert.True(LargestMiss(name, 0) < ReferenceTolerance, $"{LargestMiss(name, 0)}");

    [Fact]
    public void Decompose_OnePerturbedValue_MissesEveryReference() =>
        Assert.All(s_cases.Keys, name => Assert.True(LargestMiss(name, 0.01) > ReferenceTolerance));

    /// <summary>Moving means over whole seasons keep a level and remove a season of sum zero, so both come out as put in.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decompose_LevelAndSeason_FindsBoth(bool isRobust)
    {
        double[] season = [3, -1, -2, 0];
        double[] values = [.. Enumerable.Range(0, 24).Select(t => 10 + season[t % 4])];
        var parts = Stl.Decompose(values, new StlSettings(4, null, isRobust));
        for (var t = 0; t < values.Length; t++)
        {
            Assert.Equal(season[t % 4], parts.Season[t], 1e-9);
            Assert.Equal(10, parts.Trend[t], 1e-9);
        }

        Assert.Equal(1, parts.SeasonStrength, 1e-9);
    }

    [Fact]
    public void Decompose_Robust_LeavesAnOutlierInTheRemainder()
    {
        var values = ForecastReference.Series["nottem"].Values.ToArray();
        var clean = Stl.Decompose(values, new StlSettings(12, null, true));
        values[100] += 30;
        var parts = Stl.Decompose(values, new StlSettings(12, null, true));
        Assert.Equal(0, parts.Weights[100]);
        Assert.Equal(30 + clean.Remainder[100], parts.Remainder[100], 0.5);
    }

    [Fact]
    public void Decompose_ShiftedAndScaled_ShiftsTheTrendAndScalesAll()
    {
        var (seasonLength, values) = ForecastReference.Series["usaccdeaths"];
        var settings = new StlSettings(seasonLength, 13, true);
        var plain = Stl.Decompose(values, settings);
        var moved = Stl.Decompose([.. values.Select(value => 100 + 3 * value)], settings);
        for (var t = 0; t < values.Length; t++)
        {
            Assert.Equal(100 + 3 * plain.Trend[t], moved.Trend[t], 1e-7);
            Assert.Equal(3 * plain.Season[t], moved.Season[t], 1e-7);
        }
    }

    [Fact]
    public void Settings_EvenOrShortWindow_SaysWhatIsAllowed() =>
        Assert.Contains(
            "odd and at least 7", Assert.Throws<ArgumentOutOfRangeException>(() => new StlSettings(12, 8, false)).Message, StringComparison.Ordinal);

    [Fact]
    public void Decompose_LessThanTwoSeasons_SaysHowManyAreNeeded() =>
        Assert.Contains("24 values, got 23", Assert.Throws<ArgumentException>(() => Stl.Decompose(new double[23], new StlSettings(12, null, false))).Message,
            StringComparison.Ordinal);

    private static double LargestMiss(string name, double perturbation)
    {
        var row = s_cases[name];
        var (seasonLength, values) = ForecastReference.Series[row[1]];
        var series = values.ToArray();
        series[^2] *= 1 + perturbation;
        int? window = row[2].Length == 0 ? null : int.Parse(row[2], CultureInfo.InvariantCulture);
        var rounds = int.Parse(row[3], CultureInfo.InvariantCulture);
        var parts = Stl.Decompose(series, new StlSettings(seasonLength, window, rounds > 0) { OuterLoops = rounds });
        var scale = values.Max();
        return new[] { Miss(row[4], parts.Trend, scale), Miss(row[5], parts.Season, scale), Miss(row[6], parts.Weights, 1) }.Max();
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "Forecasting", file)).Skip(1).Select(line => line.Split(','));

    private static double Miss(string expected, double[] actual, double scale) =>
        expected.Split(' ').Select((text, t) => Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - actual[t]) / scale).Max();
}
