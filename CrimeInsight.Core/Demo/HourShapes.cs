namespace CrimeInsight.Core.Demo;

/// <summary>The planted weights of the hours 0 … 23, and the minutes records tend to give.</summary>
internal static class HourShapes
{
    private static readonly double[][] s_weights =
    [
        [18, 10, 6, 4, 4, 6, 12, 20, 30, 38, 44, 48, 50, 48, 46, 48, 54, 64, 78, 88, 90, 80, 60, 36],
        [58, 74, 88, 84, 60, 32, 16, 14, 18, 30, 50, 66, 72, 68, 56, 42, 30, 22, 20, 24, 26, 28, 34, 44],
        [74, 60, 46, 34, 24, 20, 16, 12, 12, 14, 16, 18, 20, 20, 20, 22, 26, 34, 50, 72, 92, 100, 98, 88],
        [26, 18, 14, 12, 16, 26, 42, 58, 70, 66, 58, 54, 52, 54, 56, 60, 70, 84, 100, 104, 92, 70, 50, 36],
        [2, 1, 1, 1, 1, 2, 4, 10, 24, 60, 96, 104, 98, 84, 86, 90, 84, 66, 44, 30, 20, 12, 8, 4],
        [4, 3, 2, 2, 3, 6, 14, 28, 46, 64, 80, 92, 92, 82, 76, 80, 92, 106, 112, 98, 70, 40, 20, 9],
        [66, 70, 72, 66, 52, 34, 22, 22, 28, 36, 40, 44, 44, 42, 42, 42, 44, 50, 58, 66, 70, 70, 68, 66],
    ];

    /// <summary>Five-minute steps: half of all times are given on the hour, a fifth on the half hour.</summary>
    private static readonly double[] s_minutes = [50, 2, 3, 5, 2, 2, 20, 2, 2, 5, 3, 4];

    public static readonly AliasTable Minutes = new(s_minutes);

    private static readonly AliasTable[] s_tables = [.. s_weights.Select(weights => new AliasTable(weights))];

    public static AliasTable TableOf(HourShape shape) => s_tables[(int)shape];

    public static ReadOnlySpan<double> WeightsOf(HourShape shape) => s_weights[(int)shape];
}
