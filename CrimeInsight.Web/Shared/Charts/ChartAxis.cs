namespace CrimeInsight.Web.Shared.Charts;

/// <summary>Ends of value axes for charts that are compared with each other.</summary>
public static class ChartAxis
{
    /// <summary>Steps that read well, per power of ten.</summary>
    private static readonly double[] s_steps = [1, 2, 3, 4, 5, 6, 8, 10];

    /// <summary>The smallest end that holds a value, in that many whole steps that read well.</summary>
    public static double End(double highest, int steps)
    {
        var power = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(highest, 1) / steps))));
        return steps * power * s_steps.First(step => step * power * steps >= highest);
    }
}
