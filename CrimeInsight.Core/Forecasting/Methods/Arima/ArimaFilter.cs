using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>
/// Exact Gaussian innovations of a stationary series by Chandrasekhar's form of the Kalman filter, O(n·r) for r states
/// where the usual form is O(n·r²): the state covariance itself is never formed, only the rank-one change from step to
/// step. Once the change is negligible the gain stands still and so does half of the work.
/// References: Morf, Sidhu and Kailath (1974), Some new algorithms for recursive estimation in constant, linear,
/// discrete-time systems, doi:10.1109/TAC.1974.1100576; Herbst (2015), Using the "Chandrasekhar Recursions" for
/// likelihood evaluation of DSGE models, doi:10.1007/s10614-014-9430-2.
/// </summary>
internal sealed class ArimaFilter
{
    private const double Negligible = 1e-13;

    private readonly int _states;
    private readonly int _width;
    private readonly ArimaStart _start;
    private readonly double[] _phi;
    private readonly double[] _gain;
    private readonly double[] _change;
    private readonly double[] _state;
    private readonly double[] _covariances;

    public ArimaFilter(int phiLength, int thetaLength)
    {
        _states = Math.Max(phiLength, thetaLength + 1);
        var lanes = Vector<double>.Count;
        // One place more than states, always zero, so that shifting up needs no special end; rounded up to whole vectors.
        _width = (_states + lanes - 1) / lanes * lanes;
        _start = new ArimaStart(phiLength, thetaLength);
        _phi = new double[_width + lanes];
        _gain = new double[_width + lanes];
        _change = new double[_width + lanes];
        _state = new double[_width + lanes];
        _covariances = new double[_states];
    }

    /// <summary>Expected value of the next state given all values: the first is the next value's expectation.</summary>
    public ReadOnlySpan<double> State => _state.AsSpan(0, _states);

    /// <summary>Variance of the next innovation in units of the error variance; 1 when the filter has settled.</summary>
    public double NextVariance { get; private set; }

    /// <summary>
    /// Writes innovations over the root of their variance; false when the model is not stationary.
    /// </summary>
    /// <param name="values">w(t) − μ is filtered.</param>
    /// <param name="logDeterminant">Σ log of the innovations' variances, in units of the error variance.</param>
    public bool TryRun(
        ReadOnlySpan<double> phi, ReadOnlySpan<double> theta, ReadOnlySpan<double> values, double mean, Span<double> innovations, out double logDeterminant)
    {
        logDeterminant = 0;
        if (!_start.TryFill(phi, theta, _covariances))
            return false;
        var variance = Begin(phi);
        var inverse = 1 / variance;
        var middle = -inverse;
        double product = 1;
        var moving = true;
        for (var t = 0; t < values.Length; t++)
        {
            var innovation = values[t] - mean - _state[0];
            innovations[t] = innovation / Math.Sqrt(variance);
            Multiply(ref product, variance, ref logDeterminant);
            if (!moving)
            {
                MoveState(innovation * inverse);
                continue;
            }

            var first = _change[0];
            var next = variance + first * first * middle;
            if (!(next > 0))
                return false;
            var nextInverse = 1 / next;
            Move(innovation * inverse, middle * first, first * nextInverse);
            middle += middle * first * first * middle * inverse;
            (variance, inverse) = (next, nextInverse);
            moving = t % 8 != 7 || IsMoving(middle, variance);
        }

        logDeterminant += Math.Log(product);
        NextVariance = variance;
        return true;
    }

    /// <summary>State, gain and change before the first value; the variance of the first innovation.</summary>
    private double Begin(ReadOnlySpan<double> phi)
    {
        phi.CopyTo(_phi);
        _state.AsSpan().Clear();
        _gain.AsSpan().Clear();
        var variance = _covariances[0];
        for (var i = 0; i < _states; i++)
            _gain[i] = _phi[i] * variance + (i + 1 < _states ? _covariances[i + 1] : 0);
        _gain.CopyTo(_change, 0);
        return variance;
    }

    // A logarithm now and then is cheaper than one a step, and the product stays within doubles.
    private static void Multiply(ref double product, double variance, ref double logarithm)
    {
        product *= variance;
        if (product is > 1e100 or < 1e-100)
        {
            logarithm += Math.Log(product);
            product = 1;
        }
    }

    private bool IsMoving(double middle, double variance)
    {
        var most = TensorPrimitives.MaxMagnitude<double>(_change);
        return most * most * Math.Abs(middle) > Negligible * variance;
    }

    /// <summary>State with the old gain, then gain and change; each reads one place ahead of what it writes.</summary>
    private void Move(double innovation, double gainFactor, double changeFactor)
    {
        var (state, change) = (_state[0], _change[0]);
        var (stateFirst, changeFirst) = (new Vector<double>(state), new Vector<double>(change));
        var (onInnovation, onGain, onChange) = (new Vector<double>(innovation), new Vector<double>(gainFactor), new Vector<double>(changeFactor));
        ref var phis = ref MemoryMarshal.GetArrayDataReference(_phi);
        ref var gains = ref MemoryMarshal.GetArrayDataReference(_gain);
        ref var changes = ref MemoryMarshal.GetArrayDataReference(_change);
        ref var states = ref MemoryMarshal.GetArrayDataReference(_state);
        for (nuint i = 0; i < (nuint)_width; i += (nuint)Vector<double>.Count)
        {
            var phi = Vector.LoadUnsafe(ref phis, i);
            var gain = Vector.LoadUnsafe(ref gains, i);
            (phi * stateFirst + Vector.LoadUnsafe(ref states, i + 1) + gain * onInnovation).StoreUnsafe(ref states, i);
            var moved = phi * changeFirst + Vector.LoadUnsafe(ref changes, i + 1);
            gain += moved * onGain;
            gain.StoreUnsafe(ref gains, i);
            (moved - gain * onChange).StoreUnsafe(ref changes, i);
        }
    }

    private void MoveState(double innovation)
    {
        var (first, onInnovation) = (new Vector<double>(_state[0]), new Vector<double>(innovation));
        ref var phis = ref MemoryMarshal.GetArrayDataReference(_phi);
        ref var gains = ref MemoryMarshal.GetArrayDataReference(_gain);
        ref var states = ref MemoryMarshal.GetArrayDataReference(_state);
        for (nuint i = 0; i < (nuint)_width; i += (nuint)Vector<double>.Count)
            (Vector.LoadUnsafe(ref phis, i) * first + Vector.LoadUnsafe(ref states, i + 1) + Vector.LoadUnsafe(ref gains, i) * onInnovation)
                .StoreUnsafe(ref states, i);
    }
}
