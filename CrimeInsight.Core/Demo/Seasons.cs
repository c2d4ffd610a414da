namespace CrimeInsight.Core.Demo;

/// <summary>
/// The planted monthly effects: per-day multipliers January … December, mean one over the year. Amplitudes are of the
/// size published for Indian cities (5 to 20 % around the mean); the exact numbers are ours.
/// </summary>
internal static class Seasons
{
    private static readonly double[][] s_effects =
    [
        Effects(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100),
        Effects(95, 92, 97, 103, 111, 108, 97, 95, 96, 106, 107, 93),
        Effects(111, 98, 92, 98, 112, 104, 92, 89, 91, 98, 101, 114),
        Effects(86, 90, 103, 112, 117, 113, 104, 100, 98, 97, 93, 87),
        Effects(90, 92, 102, 108, 110, 107, 104, 102, 100, 98, 95, 92),
        Effects(108, 101, 100, 101, 108, 101, 91, 89, 92, 98, 103, 108),
        Effects(101, 99, 105, 97, 96, 97, 99, 100, 101, 104, 103, 98),
        Effects(98, 96, 110, 97, 92, 90, 91, 95, 98, 109, 111, 113),
    ];

    private static readonly double[][] s_weekdays =
    [
        [1, 1, 1, 1, 1, 1, 1],
        [1.02, 0.98, 0.97, 0.98, 1.01, 1.04, 1.00],
        [1.05, 0.98, 0.96, 0.97, 1.00, 1.03, 1.01],
        [0.97, 0.94, 0.94, 0.95, 0.98, 1.07, 1.15],
        [1.02, 0.99, 0.98, 0.98, 0.99, 1.02, 1.02],
        [0.99, 0.95, 0.95, 0.97, 1.00, 1.06, 1.08],
        [1.10, 1.06, 1.04, 1.04, 1.03, 0.94, 0.79],
        [0.93, 0.93, 0.95, 0.98, 1.04, 1.12, 1.05],
    ];

    /// <summary>Twelve multipliers, January first.</summary>
    public static ReadOnlySpan<double> MonthsOf(SeasonClass season) => s_effects[(int)season];

    /// <summary>Seven multipliers, Monday first, mean one.</summary>
    public static ReadOnlySpan<double> WeekdaysOf(SeasonClass season) => s_weekdays[(int)season];

    private static double[] Effects(params int[] percents)
    {
        var mean = percents.Average();
        return [.. percents.Select(percent => percent / mean)];
    }
}
