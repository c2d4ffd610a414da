namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Logarithms of factorials: a table, then Stirling's series, to about 15 digits; twice as fast as the library's, which draws
/// of counts need (docs/adr/0015).
/// </summary>
internal static class LogFactorial
{
    private const int TableLength = 1024;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    private static readonly double[] s_table = MakeTable();

    /// <summary>ln n!</summary>
    /// <param name="n">0 or more.</param>
    public static double Of(int n)
    {
        if (n < TableLength)
            return s_table[n];
        var x = n + 1.0;
        var inverse = 1 / x;
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260));
    }

    private static double[] MakeTable()
    {
        var table = new double[TableLength];
        for (var n = 2; n < TableLength; n++)
            table[n] = table[n - 1] + Math.Log(n);
        return table;
    }
}
