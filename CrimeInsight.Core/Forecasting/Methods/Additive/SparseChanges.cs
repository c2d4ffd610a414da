using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Additive;

/// <summary>
/// Exact minimum of ½·δ'Aδ − b'δ + λ·Σ|δ| for a positive definite A, by searching the signs of δ: variables enter one at a
/// time where the condition of optimality is broken most, and leave when their sign would flip. Finite.
/// Reference: Lee, Battle, Raina and Ng (2006), Efficient sparse coding algorithms, NIPS 19 (feature-sign search).
/// </summary>
internal sealed class SparseChanges(double[][] a, double[] b, double penalty)
{
    private const double Slack = 1e-10;
    private const int MostRounds = 500;
    private readonly double[] _values = new double[b.Length];
    private readonly int[] _signs = new int[b.Length];

    /// <param name="start">Values to start from; their signs usually are right already.</param>
    public double[] Minimise(ReadOnlySpan<double> start)
    {
        start.CopyTo(_values);
        for (var j = 0; j < _values.Length; j++)
            _signs[j] = Math.Sign(_values[j]);
        for (var round = 0; round < MostRounds; round++)
        {
            if (_signs.AsSpan().ContainsAnyExcept(0) && !Settle())
                continue;
            if (!Enter())
                break;
        }

        return _values;
    }

    /// <summary>One step towards the minimum under the present signs; false when a variable reached zero and left.</summary>
    private bool Settle()
    {
        int[] active = [.. Enumerable.Range(0, _values.Length).Where(j => _signs[j] != 0)];
        var factor = new LowerFactor(active.Length);
        var target = new double[active.Length];
        for (var i = 0; i < active.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                factor[i, j] = a[active[i]][active[j]];
            target[i] = b[active[i]] - penalty * _signs[active[i]];
        }

        factor.TryFactor();
        factor.SolveLower(target);
        factor.SolveUpper(target);
        return MoveTo(active, target);
    }

    private bool MoveTo(int[] active, double[] target)
    {
        // The first variable to reach zero on the way stops the move and leaves; signs beyond it are not those assumed.
        var (share, leaving) = (1.0, -1);
        for (var i = 0; i < active.Length; i++)
        {
            var now = _values[active[i]];
            if (Math.Sign(target[i]) == _signs[active[i]])
                continue;
            var reach = now == target[i] ? 0 : now / (now - target[i]);
            if (reach < share || leaving < 0)
                (share, leaving) = (Math.Clamp(reach, 0, 1), i);
        }

        for (var i = 0; i < active.Length; i++)
            _values[active[i]] += share * (target[i] - _values[active[i]]);
        if (leaving < 0)
            return true;
        (_values[active[leaving]], _signs[active[leaving]]) = (0, 0);
        return false;
    }

    /// <summary>Lets in the zero variable whose slope exceeds the penalty most; false at the minimum.</summary>
    private bool Enter()
    {
        var (most, entering, sign) = (penalty * (1 + Slack) + Slack, -1, 0);
        for (var j = 0; j < _values.Length; j++)
        {
            if (_signs[j] != 0)
                continue;
            var slope = -b[j];
            for (var i = 0; i < _values.Length; i++)
                slope += a[j][i] * _values[i];
            if (Math.Abs(slope) > most)
                (most, entering, sign) = (Math.Abs(slope), j, -Math.Sign(slope));
        }

        if (entering < 0)
            return false;
        _signs[entering] = sign;
        return true;
    }
}
