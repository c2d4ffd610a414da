namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Weights ≥ 0 that add up to 1 and make the mean absolute error of the combination least: iteratively reweighted least
/// squares, each pass a quadratic problem on the simplex solved by projected gradients. Since weights add up to 1, the
/// combination's error is the same combination of the members' errors.
/// References: Bates and Granger (1969), The combination of forecasts, doi:10.1057/jors.1969.103; Condat (2016), Fast
/// projection onto the simplex, doi:10.1007/s10107-015-0946-6.
/// </summary>
internal static class SimplexWeights
{
    private const int Reweightings = 12;
    private const int Gradients = 200;

    /// <summary>Keeps the solution unique when members agree.</summary>
    private const double Ridge = 0.02;

    /// <summary>Absolute errors below this share of the mean are taken as equal, or perfect hits would weigh without bound.</summary>
    private const double Smoothing = 0.05;

    /// <param name="errors">Row after row, one error per member.</param>
    /// <param name="prior">Where to stay when the errors tell nothing.</param>
    public static double[] Solve(ReadOnlySpan<float> errors, ReadOnlySpan<double> prior)
    {
        var members = prior.Length;
        var weights = prior.ToArray();
        if (members < 2 || errors.IsEmpty)
            return weights;
        var matrix = new double[members * members];
        for (var pass = 0; pass < Reweightings; pass++)
        {
            Accumulate(errors, weights, matrix);
            Descend(matrix, prior, weights);
        }

        return weights;
    }

    private static void Accumulate(ReadOnlySpan<float> errors, double[] weights, double[] matrix)
    {
        var members = weights.Length;
        var rows = errors.Length / members;
        var mean = 0.0;
        for (var row = 0; row < rows; row++)
            mean += Math.Abs(Combined(errors.Slice(row * members, members), weights)) / rows;
        var least = Math.Max(Smoothing * mean, 1e-12);
        Array.Clear(matrix);
        for (var row = 0; row < rows; row++)
        {
            var own = errors.Slice(row * members, members);
            var weight = 1 / Math.Max(Math.Abs(Combined(own, weights)), least);
            for (var i = 0; i < members; i++)
            {
                for (var j = 0; j <= i; j++)
                    matrix[i * members + j] += weight * own[i] * own[j];
            }
        }

        for (var i = 0; i < members; i++)
        {
            for (var j = i + 1; j < members; j++)
                matrix[i * members + j] = matrix[j * members + i];
        }
    }

    private static double Combined(ReadOnlySpan<float> errors, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * errors[i];
        return sum;
    }

    /// <summary>Minimises w'Aw + ρ·tr(A)/k·|w − prior|² on the simplex.</summary>
    private static void Descend(double[] matrix, ReadOnlySpan<double> prior, double[] weights)
    {
        var members = weights.Length;
        var trace = 0.0;
        for (var i = 0; i < members; i++)
            trace += matrix[i * members + i];
        if (!(trace > 0))
            return;
        var ridge = Ridge * trace / members;
        var step = 1 / (trace + ridge);
        var next = new double[members];
        for (var pass = 0; pass < Gradients; pass++)
        {
            for (var i = 0; i < members; i++)
            {
                var gradient = ridge * (weights[i] - prior[i]);
                for (var j = 0; j < members; j++)
                    gradient += matrix[i * members + j] * weights[j];
                next[i] = weights[i] - step * gradient;
            }

            Project(next);
            next.CopyTo(weights, 0);
        }
    }

    /// <summary>The nearest point with coordinates ≥ 0 and sum 1.</summary>
    private static void Project(double[] point)
    {
        var sorted = (double[])point.Clone();
        Array.Sort(sorted);
        double sum = 0, threshold = 0;
        for (var k = 1; k <= sorted.Length; k++)
        {
            sum += sorted[^k];
            var candidate = (sum - 1) / k;
            if (candidate < sorted[^k])
                threshold = candidate;
        }

        for (var i = 0; i < point.Length; i++)
            point[i] = Math.Max(point[i] - threshold, 0);
    }
}
