using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Minimum trace reconciliation on a tree: of all unbiased ways to make forecasts add up, the one with the least sum of
/// error variances. Without correlation O(n); with the shrunk correlation of T past errors exactly, not approximately, in
/// O(n·T²): the errors are a diagonal plus T common factors, so the tree is solved once for the forecasts and once for
/// each factor, and a T × T system joins them (Woodbury).
/// References: Wickramasuriya, Athanasopoulos and Hyndman (2019), doi:10.1080/01621459.2018.1448825; nonnegative values by
/// active sets: Wickramasuriya, Turlach and Hyndman (2020), doi:10.1007/s11222-020-09930-0.
/// </summary>
internal static class MinimumTrace
{
    private const double LeastVarianceShare = 1e-12;
    private const double Slack = 1e-10;

    /// <param name="forecasts">One per node; any number where the variance is +∞.</param>
    /// <param name="variances">Of each node's error, 0 or more; +∞ for an inner node without a forecast of its own.</param>
    /// <param name="correlation">Null: errors are independent.</param>
    /// <param name="areCounts">No value may be negative.</param>
    public static ReconciledStep Run(ForecastTree tree, double[] forecasts, double[] variances, ErrorCorrelation? correlation, bool areCounts)
    {
        Check(tree, forecasts, variances);
        var shrinkage = correlation?.Shrinkage ?? 1;
        var floor = LeastVarianceShare * variances.Where(double.IsFinite).DefaultIfEmpty(0).Max() + double.Epsilon;
        double[] own = [.. variances.Select(variance => shrinkage * Math.Max(variance, floor))];
        var solver = new TreeSolver(tree, own);
        var points = new double[tree.Count];
        solver.Solve(forecasts, points);
        var left = solver.Variances();
        if (correlation is not null && shrinkage < 1)
            AddFactors(solver, own, Factors(correlation, variances, tree.Count), forecasts, points, left);
        if (areCounts && LeavesAreNegative(tree, points))
            points = Nonnegative(tree, points, own);
        return new ReconciledStep(points, left);
    }

    private static void Check(ForecastTree tree, double[] forecasts, double[] variances)
    {
        if (forecasts.Length != tree.Count || variances.Length != tree.Count)
            throw new ArgumentException(
                $"The tree has {tree.Count} nodes, but there are {forecasts.Length} forecasts and {variances.Length} variances.", nameof(forecasts));
        for (var i = 0; i < tree.Count; i++)
        {
            if (double.IsNaN(variances[i]) || variances[i] < 0 || (tree.IsLeaf[i] && double.IsInfinity(variances[i])))
                throw new ArgumentOutOfRangeException(
                    nameof(variances), variances[i], $"variances[{i}] must be 0 or more, and finite for a node without children.");
            if (double.IsFinite(variances[i]))
                Guard.Finite(forecasts[i], $"forecasts[{i}]");
        }
    }

    private static double[][] Factors(ErrorCorrelation correlation, double[] variances, int count)
    {
        var share = Math.Sqrt((1 - correlation.Shrinkage) / correlation.Moments);
        var factors = new double[correlation.Moments][];
        for (var k = 0; k < factors.Length; k++)
        {
            factors[k] = new double[count];
            for (var i = 0; i < count; i++)
                factors[k][i] = double.IsInfinity(variances[i]) ? 0 : share * Math.Sqrt(variances[i]) * correlation.Columns[k][i];
        }

        return factors;
    }

    /// <summary>Takes the common factors' part out of the points, and adds its uncertainty to the variances.</summary>
    private static void AddFactors(TreeSolver solver, double[] own, double[][] factors, double[] forecasts, double[] points, double[] variances)
    {
        var count = factors.Length;
        double[][] kept = new double[count][];
        for (var k = 0; k < count; k++)
            solver.Solve(factors[k], kept[k] = new double[points.Length]);
        var system = new LowerFactor(count);
        var sizes = new double[count];
        for (var i = 0; i < points.Length; i++)
        {
            if (double.IsInfinity(own[i]))
                continue;
            for (var k = 0; k < count; k++)
            {
                var weight = factors[k][i] / own[i];
                sizes[k] += weight * (forecasts[i] - points[i]);
                for (var l = 0; l <= k; l++)
                    system[k, l] += weight * (factors[l][i] - kept[l][i]);
            }
        }

        for (var k = 0; k < count; k++)
            system[k, k] += 1;
        system.TryFactor();
        system.SolveLower(sizes);
        system.SolveUpper(sizes);
        var row = new double[count];
        for (var i = 0; i < points.Length; i++)
        {
            for (var k = 0; k < count; k++)
            {
                points[i] -= sizes[k] * kept[k][i];
                row[k] = kept[k][i];
            }

            system.SolveLower(row);
            foreach (var value in row)
                variances[i] += value * value;
        }
    }

    private static bool LeavesAreNegative(ForecastTree tree, double[] points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            if (tree.IsLeaf[i] && points[i] < 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The nearest values that add up and are not negative, distances weighted by precision: leaves that would be negative
    /// are held at zero, and let go again where that would bring the whole nearer.
    /// </summary>
    private static double[] Nonnegative(ForecastTree tree, double[] wanted, double[] own)
    {
        var held = new bool[tree.Count];
        var points = (double[])wanted.Clone();
        for (var round = 0; round <= tree.Count; round++)
        {
            var changed = false;
            for (var i = 0; i < tree.Count; i++)
            {
                if (tree.IsLeaf[i] && !held[i] && points[i] < 0)
                    changed = held[i] = true;
            }

            if (!changed && !Release(tree, wanted, own, points, held))
                break;
            double[] forecasts = [.. wanted.Select((value, i) => held[i] ? 0 : value)];
            new TreeSolver(tree, [.. own.Select((variance, i) => held[i] ? 0 : variance)]).Solve(forecasts, points);
        }

        new TreeSolver(tree, own).AddUpFrom(points, 0);
        return points;
    }

    /// <summary>Lets go the held leaf whose rise would bring the whole nearest; false when none would.</summary>
    private static bool Release(ForecastTree tree, double[] wanted, double[] own, double[] points, bool[] held)
    {
        var slopes = new double[tree.Count];
        var (steepest, leaf) = (-Slack, -1);
        for (var k = tree.Count - 1; k >= 0; k--)
        {
            var i = tree.ChildrenFirst[k];
            slopes[i] = (tree.Parents[i] >= 0 ? slopes[tree.Parents[i]] : 0) + (double.IsInfinity(own[i]) ? 0 : (points[i] - wanted[i]) / own[i]);
            if (held[i] && slopes[i] * own[i] < steepest)
                (steepest, leaf) = (slopes[i] * own[i], i);
        }

        if (leaf < 0)
            return false;
        held[leaf] = false;
        return true;
    }
}
