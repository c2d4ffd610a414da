namespace CrimeInsight.Core.Demo;

/// <summary>Shares a whole number in proportion to weights: whole parts, then one each to the largest remainders (Hamilton's method).</summary>
internal static class LargestRemainder
{
    /// <param name="weights">None negative; all zero counts as all equal. Ties go to the earlier index.</param>
    public static int[] Share(int total, double[] weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(weight => sum > 0 ? total * (weight / sum) : (double)total / weights.Length).ToArray();
        var shares = exact.Select(value => (int)Math.Floor(value)).ToArray();
        var left = total - shares.Sum();
        foreach (var index in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(left))
            shares[index]++;
        return shares;
    }
}
