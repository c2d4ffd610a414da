namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Minimum trace reconciliation with independent errors, exactly and in O(n): on a tree it is one pass up, in which each
/// node's forecast is averaged with the sum of its children's by precision, and one pass down, in which what a sum moved
/// is shared among the children by variance (a Kalman filter and smoother along the tree). A variance of +∞ stands for a
/// node without a forecast of its own, 0 for a node that is known.
/// Reference: Wickramasuriya, Athanasopoulos and Hyndman (2019), Optimal forecast reconciliation for hierarchical and
/// grouped time series through trace minimization, doi:10.1080/01621459.2018.1448825, of which this is the diagonal case.
/// </summary>
internal sealed class TreeSolver
{
    private readonly ForecastTree _tree;
    private readonly double[] _variances;
    private readonly double[] _combined;
    private readonly double[] _ofChildren;
    private readonly double[] _sums;

    /// <param name="variances">Per node; leaves finite.</param>
    public TreeSolver(ForecastTree tree, double[] variances)
    {
        (_tree, _variances) = (tree, variances);
        (_combined, _ofChildren, _sums) = (new double[tree.Count], new double[tree.Count], new double[tree.Count]);
        foreach (var i in tree.ChildrenFirst)
        {
            _combined[i] = tree.IsLeaf[i] ? variances[i] : Parallel(variances[i], _ofChildren[i]);
            if (tree.Parents[i] >= 0)
                _ofChildren[tree.Parents[i]] += _combined[i];
        }
    }

    /// <summary>The reconciled values of one set of forecasts; may write over them.</summary>
    public void Solve(ReadOnlySpan<double> forecasts, Span<double> reconciled)
    {
        Array.Clear(_sums);
        foreach (var i in _tree.ChildrenFirst)
        {
            // The forecast's weight against the sum of the children.
            var weight = _tree.IsLeaf[i] ? 1 : _variances[i] == 0 ? 1 : _ofChildren[i] / (_variances[i] + _ofChildren[i]);
            if (double.IsInfinity(_variances[i]))
                weight = 0;
            reconciled[i] = weight * forecasts[i] + (1 - weight) * _sums[i];
            if (_tree.Parents[i] >= 0)
                _sums[_tree.Parents[i]] += reconciled[i];
        }

        for (var k = _tree.Count - 1; k >= 0; k--)
        {
            var i = _tree.ChildrenFirst[k];
            if (_tree.Parents[i] is >= 0 and var parent && _ofChildren[parent] > 0)
                reconciled[i] += (reconciled[parent] - _sums[parent]) * _combined[i] / _ofChildren[parent];
        }

        AddUp(reconciled);
    }

    /// <summary>Raises leaves to at least a value and makes every inner node the sum of its children.</summary>
    public void AddUpFrom(Span<double> values, double least)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (_tree.IsLeaf[i])
                values[i] = Math.Max(values[i], least);
        }

        AddUp(values);
    }

    /// <summary>Variances of the reconciled values.</summary>
    public double[] Variances()
    {
        var variances = (double[])_combined.Clone();
        for (var k = _tree.Count - 1; k >= 0; k--)
        {
            var i = _tree.ChildrenFirst[k];
            if (_tree.Parents[i] is not (>= 0 and var parent) || _ofChildren[parent] == 0)
                continue;
            var share = _combined[i] / _ofChildren[parent];
            variances[i] = Math.Max(0, _combined[i] - share * _combined[i] + share * share * variances[parent]);
        }

        return variances;
    }

    /// <summary>Makes every inner node the sum of its children, so that rounding leaves no difference.</summary>
    private void AddUp(Span<double> values)
    {
        foreach (var i in _tree.ChildrenFirst)
        {
            if (!_tree.IsLeaf[i])
                values[i] = 0;
        }

        foreach (var i in _tree.ChildrenFirst)
        {
            if (_tree.Parents[i] >= 0)
                values[_tree.Parents[i]] += values[i];
        }
    }

    private static double Parallel(double one, double other) =>
        double.IsInfinity(one) ? other : one == 0 || other == 0 ? 0 : one * other / (one + other);
}
