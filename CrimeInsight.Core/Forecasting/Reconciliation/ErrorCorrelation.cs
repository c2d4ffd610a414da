using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Correlation of the one-step errors of n nodes from T moments, shrunk towards none: R = λ·I + (1 − λ)·XX'/T, X the
/// errors in units of their root mean square. λ minimises the expected squared error of R; it and everything that
/// needs R is computed from the T × T matrix X'X, so the cost is O(n·T²) and no n × n matrix is made.
/// Reference: Schäfer and Strimmer (2005), A shrinkage approach to large-scale covariance matrix estimation,
/// doi:10.2202/1544-6115.1175.
/// </summary>
internal sealed class ErrorCorrelation
{
    /// <summary>With less, R could not be inverted where nodes outnumber moments.</summary>
    private const double LeastShrinkage = 0.01;

    /// <param name="errors">Per node, T errors; a node whose errors are all zero correlates with none.</param>
    public ErrorCorrelation(IReadOnlyList<double[]> errors)
    {
        Moments = errors.Count == 0 ? 0 : errors[0].Length;
        if (errors.Any(one => one.Length != Moments))
            throw new ArgumentException("All nodes need errors at the same moments.", nameof(errors));
        Columns = new double[Moments][];
        for (var k = 0; k < Moments; k++)
            Columns[k] = new double[errors.Count];
        for (var i = 0; i < errors.Count; i++)
        {
            Guard.AllFinite(errors[i], nameof(errors));
            var scale = Math.Sqrt(errors[i].Sum(error => error * error) / Math.Max(1, Moments));
            for (var k = 0; k < Moments && scale > 0; k++)
                Columns[k][i] = errors[i][k] / scale;
        }

        Shrinkage = Moments < 3 ? 1 : Math.Clamp(Intensity(), LeastShrinkage, 1);
    }

    public int Moments { get; }

    /// <summary>λ, 0 … 1; 1 takes errors as independent.</summary>
    public double Shrinkage { get; }

    /// <summary>Per moment, the standardised error of each node.</summary>
    public double[][] Columns { get; }

    /// <summary>Σ Var(r) / Σ r² over all pairs of different nodes.</summary>
    private double Intensity()
    {
        double allProducts = 0, ownProducts = 0, squares = 0, ownSquares = 0;
        for (var k = 0; k < Moments; k++)
        {
            for (var l = 0; l < Moments; l++)
            {
                var product = System.Numerics.Tensors.TensorPrimitives.Dot<double>(Columns[k], Columns[l]);
                allProducts += product * product;
            }

            var sum = 0.0;
            foreach (var value in Columns[k])
            {
                sum += value * value;
                ownProducts += value * value * value * value;
            }

            squares += sum * sum;
        }

        for (var i = 0; i < Columns[0].Length; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < Moments; k++)
                sum += Columns[k][i] * Columns[k][i];
            ownSquares += sum * sum;
        }

        // Of different nodes: all pairs less each node with itself.
        double n = Moments, correlations = (allProducts - ownSquares) / n / n;
        var variances = (squares - ownProducts - (allProducts - ownSquares) / n) / (n * (n - 1));
        return correlations > 0 ? variances / correlations : 1;
    }
}
