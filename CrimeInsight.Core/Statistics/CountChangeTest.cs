namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Which of many groups changed differently from the whole between two periods. Given both periods' sum, the later count of
/// a group is binomial with the whole's share w = ΣAfter / Σ(Before + After) (Przyborowski and Wilenski 1940, Biometrika
/// 31:313–323). Counts of crime vary more than that, so the variance n·w·(1−w) is inflated by the Pearson dispersion of all
/// groups, φ = max(1, χ²/df) (McCullagh and Nelder 1989, Generalized Linear Models, 2nd ed., section 4.5.2); real changes
/// enlarge φ too, which errs on the quiet side. Normal tail with continuity correction; two-sided; Benjamini–Hochberg over
/// the groups tested. Groups with fewer than <see cref="FewestCases"/> cases in both periods together are not tested.
/// O(m log m) for m groups.
/// </summary>
public static class CountChangeTest
{
    /// <summary>Below this many cases in both periods together the normal tail is not to be trusted.</summary>
    public const int FewestCases = 10;

    /// <summary>Tests every group; null for those with too few cases.</summary>
    /// <param name="before">Cases per group in the earlier period, non-negative.</param>
    /// <param name="after">Cases per group in the later period, same order and length.</param>
    public static CountChange?[] Run(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        if (before.Length != after.Length)
            throw new ArgumentException($"before has {before.Length} groups but after has {after.Length}; give one of each per group.", nameof(after));
        double sumBefore = 0, sumAfter = 0;
        for (var i = 0; i < before.Length; i++)
        {
            Guard.Between(before[i], 0, double.MaxValue, nameof(before));
            Guard.Between(after[i], 0, double.MaxValue, nameof(after));
            sumBefore += before[i];
            sumAfter += after[i];
        }

        var results = new CountChange?[before.Length];
        if (sumBefore <= 0 || sumAfter <= 0)
            return results;
        Test(before, after, sumAfter / (sumBefore + sumAfter), results);
        return results;
    }

    private static void Test(ReadOnlySpan<double> before, ReadOnlySpan<double> after, double share, CountChange?[] results)
    {
        var tested = new List<int>();
        var chiSquare = 0.0;
        for (var i = 0; i < before.Length; i++)
        {
            var cases = before[i] + after[i];
            if (cases < FewestCases)
                continue;
            tested.Add(i);
            var difference = after[i] - cases * share;
            chiSquare += difference * difference / (cases * share * (1 - share));
        }

        var dispersion = tested.Count > 1 ? Math.Max(1, chiSquare / (tested.Count - 1)) : 1;
        var p = new double[tested.Count];
        for (var k = 0; k < p.Length; k++)
        {
            var cases = before[tested[k]] + after[tested[k]];
            var away = Math.Max(0, Math.Abs(after[tested[k]] - cases * share) - 0.5);
            p[k] = Math.Min(1, 2 * Normal.UpperTail(away / Math.Sqrt(dispersion * cases * share * (1 - share))));
        }

        var adjusted = MultipleTesting.BenjaminiHochberg(p);
        for (var k = 0; k < p.Length; k++)
        {
            var i = tested[k];
            var expected = before[i] * share / (1 - share);
            results[i] = new CountChange(before[i], after[i], expected, p[k], adjusted[k]);
        }
    }
}
