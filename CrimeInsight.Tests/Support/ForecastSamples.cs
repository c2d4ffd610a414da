using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Tests.Support;

/// <summary>Forecasts with figures one can follow by hand.</summary>
internal static class ForecastSamples
{
    public static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>48 months with a season, forecast for real.</summary>
    public static double[] Season { get; } = [.. Enumerable.Range(0, 48).Select(month => Math.Round(100 + 20 * Math.Sin(month * Math.PI / 6) + month % 5))];

    /// <summary>
    /// Cases 1 … 30, two months ahead: 31 (50 %: 30–32, 95 %: 20–40) and 32. Said at month 28 (27 known): 28 ± 1 and
    /// 20 ± 1 (95 %: ± 10); at month 29 (28 known): 50 ± 1 (95 %: ± 30) and 30 ± 1.
    /// </summary>
    public static MonthlyForecast ByHand { get; } = new(First, [.. Enumerable.Range(1, 30).Select(month => (double)month)], Report(), 7);

    public static MonthlyForecast TooShort { get; } = new(First, [1, 2, 3, 4, 5, 6, 7], new ForecastImpossible(ForecastObstacle.TooShort, 24, 7), 7);

    public static MethodRecord Record(string name, bool isBaseline, double error) => new(
        name, isBaseline, error * 10, error, error, error / 4, -0.5, [new LevelRecord(50, 48, 3), new LevelRecord(80, 81, 4), new LevelRecord(95, 94, 5)]);

    private static ForecastReport Report() => new(
        new ForecastRequest([.. Enumerable.Range(1, 30).Select(month => (double)month)], 2, levelsPercent: [50, 95]),
        "ets",
        "MAN",
        true,
        [],
        [31, 32],
        [new ForecastBand(50, [30, 31], [32, 33]), new ForecastBand(95, [20, 21], [40, 41])],
        new TrackRecord(2, 27, 2, 4, [Record("ets", false, 0.5), Record("snaive", true, 0.8), Record("mean12", true, 0.9), Record("theta", false, 1.1)]),
        [
            new PastForecast(27, [28, 20], [new ForecastBand(50, [27, 19], [29, 21]), new ForecastBand(95, [18, 10], [38, 30])]),
            new PastForecast(28, [50, 30], [new ForecastBand(50, [49, 29], [51, 31]), new ForecastBand(95, [20, 28], [80, 32])]),
        ],
        [new MemberWeight("ets", 0.75), new MemberWeight("theta", 0.25)]);
}
