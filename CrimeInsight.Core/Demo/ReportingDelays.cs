namespace CrimeInsight.Core.Demo;

/// <summary>Days from offence to report: a bracket drawn from the shape's weights, then evenly within the bracket.</summary>
internal static class ReportingDelays
{
    private static readonly int[] s_bracketFrom = [0, 1, 2, 3, 4, 8, 31, 91, 366, 1501];

    private static readonly AliasTable[] s_tables =
    [
        new([880, 95, 15, 5, 5, 0, 0, 0, 0]),
        new([580, 200, 80, 40, 60, 30, 8, 2, 0]),
        new([420, 270, 110, 60, 80, 48, 10, 2, 0]),
        new([220, 140, 90, 60, 120, 180, 100, 72, 18]),
        new([350, 180, 90, 60, 100, 110, 60, 40, 10]),
        new([90, 100, 80, 70, 140, 240, 140, 110, 30]),
    ];

    public static int Sample(DelayShape shape, DemoRandom random)
    {
        var bracket = s_tables[(int)shape].Sample(random);
        var from = s_bracketFrom[bracket];
        return from + random.NextIndex(s_bracketFrom[bracket + 1] - from);
    }
}
