namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// The stationary start of the filter: covariances of the state with the first value, for error variance 1.
/// Autocovariances of the autoregressive part by stepping Levinson's recursion down and up again, O(p²).
/// References: Brockwell and Davis (1991), Time Series: Theory and Methods, §3.3; Harvey (1989), §3.3 (state form).
/// </summary>
internal sealed class ArimaStart
{
    private readonly int _phiLength;
    private readonly int _thetaLength;
    private readonly double[] _levels;
    private readonly double[] _autoregressive;
    private readonly double[] _covariances;
    private readonly double[] _weights;

    public ArimaStart(int phiLength, int thetaLength)
    {
        _phiLength = phiLength;
        _thetaLength = thetaLength;
        _levels = new double[(phiLength + 1) * phiLength + 1];
        _autoregressive = new double[phiLength + thetaLength + 1];
        _covariances = new double[phiLength + 1];
        _weights = new double[thetaLength + 1];
    }

    /// <summary>Writes cov(state i, first value) for every state; false when the model is not stationary.</summary>
    public bool TryFill(ReadOnlySpan<double> phi, ReadOnlySpan<double> theta, Span<double> states)
    {
        FillWeights(phi, theta);
        if (_phiLength == 0)
            _autoregressive[0] = 1;
        else if (!TryAutoregressive(phi))
            return false;
        FillCovariances(theta);
        states[0] = _covariances[0];
        for (var i = 1; i < states.Length; i++)
        {
            var sum = 0.0;
            for (var j = i; j < phi.Length; j++)
                sum += phi[j] * _covariances[1 + j - i];
            for (var j = i; j <= theta.Length; j++)
                sum += theta[j - 1] * _weights[j - i];
            states[i] = sum;
        }

        return true;
    }

    /// <summary>ψ₀ … ψ(q) of the infinite moving average.</summary>
    private void FillWeights(ReadOnlySpan<double> phi, ReadOnlySpan<double> theta)
    {
        _weights[0] = 1;
        for (var j = 1; j <= theta.Length; j++)
        {
            var sum = theta[j - 1];
            for (var i = 1; i <= Math.Min(j, phi.Length); i++)
                sum += phi[i - 1] * _weights[j - i];
            _weights[j] = sum;
        }
    }

    /// <summary>Autocovariances of φ(B)u = ε at lags 0 … p + q.</summary>
    private bool TryAutoregressive(ReadOnlySpan<double> phi)
    {
        if (!TryStepDown(phi, out var variance))
            return false;
        StepUp(phi.Length, variance);
        return double.IsFinite(variance);
    }

    /// <summary>Predictors of every lower order, and the variance; false when a reflection is not within the unit circle.</summary>
    private bool TryStepDown(ReadOnlySpan<double> phi, out double variance)
    {
        var p = phi.Length;
        phi.CopyTo(_levels.AsSpan(p * (p - 1), p));
        variance = 1;
        for (var k = p; k >= 1; k--)
        {
            var level = _levels.AsSpan((k - 1) * p, p);
            var reflection = level[k - 1];
            var left = 1 - reflection * reflection;
            if (!(left > 0))
                return false;
            variance /= left;
            if (k == 1)
                break;
            var below = _levels.AsSpan((k - 2) * p, p);
            for (var j = 0; j < k - 1; j++)
                below[j] = (level[j] + reflection * level[k - 2 - j]) / left;
        }

        return true;
    }

    private void StepUp(int p, double variance)
    {
        _autoregressive[0] = variance;
        var error = variance;
        for (var k = 1; k < _autoregressive.Length; k++)
        {
            var level = _levels.AsSpan((Math.Min(k, p) - 1) * p, p);
            var sum = k <= p ? level[k - 1] * error : 0;
            if (k <= p)
            {
                var below = k > 1 ? _levels.AsSpan((k - 2) * p, p) : default;
                for (var j = 1; j < k; j++)
                    sum += below[j - 1] * _autoregressive[k - j];
                error *= 1 - level[k - 1] * level[k - 1];
            }
            else
            {
                for (var j = 1; j <= p; j++)
                    sum += level[j - 1] * _autoregressive[k - j];
            }

            _autoregressive[k] = sum;
        }
    }

    /// <summary>Autocovariances of w at lags 0 … p.</summary>
    private void FillCovariances(ReadOnlySpan<double> theta)
    {
        _covariances.AsSpan().Clear();
        for (var lag = 0; lag <= _thetaLength; lag++)
        {
            var product = lag == 0 ? 1 : theta[lag - 1];
            for (var j = 1; j + lag <= _thetaLength; j++)
                product += theta[j - 1] * theta[j + lag - 1];
            if (product == 0)
                continue;
            for (var k = 0; k <= _phiLength; k++)
            {
                _covariances[k] += product * At(k - lag);
                if (lag > 0)
                    _covariances[k] += product * At(k + lag);
            }
        }
    }

    private double At(int lag) => Math.Abs(lag) < _autoregressive.Length ? _autoregressive[Math.Abs(lag)] : 0;
}
