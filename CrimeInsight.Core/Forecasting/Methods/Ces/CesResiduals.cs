using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Ces;

/// <summary>
/// One-step errors of complex exponential smoothing: a pair of states, the level l and the potential c, moved by a complex
/// smoothing parameter α₀ + iα₁: l' = l − (1 − α₁)c + (α₀ − α₁)e, c' = l + (1 − α₀)c + (α₀ + α₁)e. Seasonal forms hold
/// such a pair (full, simple) or one number (partial) per slot. First states by backcasting: the recursion is run forward,
/// over the turned series, and forward again.
/// Reference: Svetunkov, Kourentzes and Ord (2022), Complex exponential smoothing, doi:10.1002/nav.22074.
/// </summary>
internal sealed class CesResiduals : IResiduals
{
    private const int Passes = 3;
    private const double MostParameter = 2.5;

    private readonly CesSeason _season;
    private readonly int _length;
    private readonly double[] _slots;
    private readonly double[] _potentials;
    private double[] _values = [];
    private double _level;
    private double _potential;

    public CesResiduals(CesSeason season, int seasonLength)
    {
        _season = season;
        _length = season == CesSeason.None ? 1 : seasonLength;
        _slots = new double[_length];
        _potentials = new double[_length];
    }

    public CesSeason Season => _season;

    public int Dimension => _season switch { CesSeason.Full => 4, CesSeason.Partial => 3, _ => 2 };

    public int Count => _values.Length;

    private bool HasLevel => _season != CesSeason.Simple;

    private bool HasPairs => _season is CesSeason.Simple or CesSeason.Full;

    /// <summary>Where a point holds the smoothing parameter of the pairs per slot.</summary>
    private int PairAt => _season == CesSeason.Full ? 2 : 0;

    /// <param name="values">At least two seasons. Kept, not copied.</param>
    public void Use(double[] values) => _values = values;

    public void FillStart(Span<double> point)
    {
        point[0] = 1.3;
        point[1] = 1;
        if (_season == CesSeason.Partial)
            point[2] = 0.1;
        else if (_season == CesSeason.Full)
            (point[2], point[3]) = (1.3, 1);
    }

    public double LowerOf(int coordinate) => 0;

    public double UpperOf(int coordinate) => _season == CesSeason.Partial && coordinate == 2 ? 1 : MostParameter;

    public bool TryEvaluate(ReadOnlySpan<double> point, Span<double> residuals)
    {
        if (!IsStable(point[0], point[1]) || _season == CesSeason.Full && !IsStable(point[2], point[3]))
            return false;
        Start();
        for (var pass = 0; pass < Passes; pass++)
            Pass(point, residuals, backwards: pass % 2 == 1);
        return double.IsFinite(_level) && double.IsFinite(residuals[^1]);
    }

    /// <summary>Points after the values, from the states the last evaluation left.</summary>
    public void Forecast(ReadOnlySpan<double> point, Span<double> future)
    {
        Span<double> slots = stackalloc double[_length];
        Span<double> potentials = stackalloc double[_length];
        _slots.CopyTo(slots);
        _potentials.CopyTo(potentials);
        var (level, potential) = (_level, _potential);
        for (var step = 0; step < future.Length; step++)
        {
            var slot = (_values.Length + step) % _length;
            future[step] = level + slots[slot];
            if (HasLevel)
                Move(ref level, ref potential, point[0], point[1], 0);
            if (HasPairs)
                Move(ref slots[slot], ref potentials[slot], point[PairAt], point[PairAt + 1], 0);
        }
    }

    /// <summary>Standard errors for errors of deviation 1: √(1 + Σ of squared responses to an error j steps ago).</summary>
    public void Spread(ReadOnlySpan<double> point, Span<double> deviations)
    {
        double sum = 1, level = point[0] - point[1], potential = point[0] + point[1];
        var (slot, slotPotential) = HasPairs ? (point[PairAt] - point[PairAt + 1], point[PairAt] + point[PairAt + 1]) : (0, 0);
        for (var step = 0; step < deviations.Length; step++)
        {
            deviations[step] = Math.Sqrt(sum);
            var response = HasLevel ? level : 0;
            if ((step + 1) % _length == 0 && _season != CesSeason.None)
            {
                response += _season == CesSeason.Partial ? point[2] : slot;
                if (HasPairs)
                    Move(ref slot, ref slotPotential, point[PairAt], point[PairAt + 1], 0);
            }

            sum += response * response;
            Move(ref level, ref potential, point[0], point[1], 0);
        }
    }

    /// <summary>Roots of the discounting matrix inside the unit circle: old errors are forgotten.</summary>
    private static bool IsStable(double real, double imaginary)
    {
        var determinant = (1 - real + imaginary) * (1 - real) + (1 - imaginary) * (1 - real - imaginary);
        return Math.Abs(determinant) < 1 && Math.Abs(2 - 2 * real + imaginary) < 1 + determinant;
    }

    private static void Move(ref double level, ref double potential, double real, double imaginary, double error)
    {
        var before = level;
        level += (imaginary - 1) * potential + (real - imaginary) * error;
        potential = before + (1 - real) * potential + (real + imaginary) * error;
    }

    /// <summary>First guess: means of the first two seasons (of ten values without season).</summary>
    private void Start()
    {
        var count = Math.Min(_values.Length, _season == CesSeason.None ? 10 : 2 * _length);
        var mean = _values.AsSpan(0, count).ToArray().Average();
        (_level, _potential) = HasLevel ? (mean, mean / 1.3) : (0, 0);
        Array.Clear(_slots);
        Array.Clear(_potentials);
        for (var t = 0; t < count && _season != CesSeason.None; t++)
            _slots[t % _length] += (_values[t] - _level) / 2;
        for (var slot = 0; HasPairs && slot < _length; slot++)
            _potentials[slot] = _slots[slot] / 1.3;
    }

    private void Pass(ReadOnlySpan<double> point, Span<double> residuals, bool backwards)
    {
        var (first, step) = backwards ? (_values.Length - 1, -1) : (0, 1);
        var (hasLevel, hasPairs, pairAt) = (HasLevel, HasPairs, PairAt);
        var onSlot = _season == CesSeason.Partial ? point[2] : 0;
        var (level, potential, slot) = (_level, _potential, first % _length);
        for (var (i, t) = (0, first); i < _values.Length; i++, t += step)
        {
            var error = _values[t] - level - _slots[slot];
            residuals[t] = error;
            if (hasLevel)
                Move(ref level, ref potential, point[0], point[1], error);
            if (hasPairs)
                Move(ref _slots[slot], ref _potentials[slot], point[pairAt], point[pairAt + 1], error);
            else
                _slots[slot] += onSlot * error;
            slot += step;
            slot = slot < 0 ? _length - 1 : slot == _length ? 0 : slot;
        }

        (_level, _potential) = (level, potential);
    }
}
