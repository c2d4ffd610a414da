namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Squares of each place's residuals, and their products from one period to the next, beside what they are expected to be:
/// independent cases alone, and for each unit of the gamma variance. Margins that were fitted to the same cases make both
/// smaller, which counts when there are few periods; for the permutation model all is computed for residuals from both margins.
/// </summary>
internal sealed class CountMoments
{
    private readonly double[] _ofPeriod;
    private readonly double[] _scale;
    private readonly double[] _lagScale;
    private readonly bool _areMarginsFitted;

    public CountMoments(ScanProblem problem)
    {
        var (places, periods, cells) = (problem.Places, problem.Periods, problem.Cells);
        (Means, Squares, Lags, Chance, ChanceLags) = (new double[places], new double[places], new double[places], new double[places], new double[places]);
        (_scale, _lagScale, _ofPeriod) = (new double[places], new double[places], new double[periods]);
        (_areMarginsFitted, Freedom) = (problem.Request.Model == ScanModel.Permutation, periods);
        for (var i = 0; i < cells.Length; i++)
        {
            var (place, period) = (i / periods, i % periods);
            var away = problem.Cases[i] - cells[i];
            Squares[place] += away * away;
            Means[place] += cells[i] / periods;
            _ofPeriod[period] += cells[i] / problem.Total;
            _scale[place] += cells[i] * cells[i];
            if (period == 0)
                continue;
            Lags[place] += away * (problem.Cases[i - 1] - cells[i - 1]);
            _lagScale[place] += cells[i] * cells[i - 1];
        }

        for (var place = 0; place < places; place++)
            Chance[place] = Means[place] * periods;
        if (_areMarginsFitted)
            FitMargins(problem.Total);
    }

    /// <summary>Mean expected cases of a period, by place.</summary>
    public double[] Means { get; }

    public double[] Squares { get; }

    public double[] Lags { get; }

    /// <summary>Expected <see cref="Squares"/> of independent cases.</summary>
    public double[] Chance { get; }

    /// <summary>Expected <see cref="Lags"/> of independent cases.</summary>
    public double[] ChanceLags { get; }

    /// <summary>Free residuals of a place.</summary>
    public int Freedom { get; private set; }

    /// <summary>What a gamma variance of 1 with an autocorrelation adds to <see cref="Squares"/> and to <see cref="Lags"/> of a place.</summary>
    public void Units(double autocorrelation, Span<double> squares, Span<double> lags)
    {
        var (square, lag) = _areMarginsFitted ? OfPeriods(autocorrelation) : (1, autocorrelation);
        for (var place = 0; place < squares.Length; place++)
            (squares[place], lags[place]) = (_scale[place] * square, _lagScale[place] * lag);
    }

    // Residual of place i, period j with shares q and p: e = Σ (δik − qi)(δjl − pj)·dkl over the deviations d; variances of d are n·q·p (chance) and
    // a·(n·q·p)².
    private void FitMargins(double total)
    {
        double periodSquares = 0, periodLags = 0, placeSquares = 0;
        for (var period = 0; period < _ofPeriod.Length; period++)
        {
            periodSquares += _ofPeriod[period] * (1 - _ofPeriod[period]);
            periodLags -= period == 0 ? 0 : _ofPeriod[period] * _ofPeriod[period - 1];
        }

        Freedom--;
        for (var place = 0; place < Means.Length; place++)
            placeSquares += Math.Pow(Means[place] * _ofPeriod.Length / total, 2);
        for (var place = 0; place < Means.Length; place++)
        {
            var share = Means[place] * _ofPeriod.Length / total;
            (Chance[place], ChanceLags[place]) = (total * share * (1 - share) * periodSquares, total * share * (1 - share) * periodLags);
            _scale[place] = _lagScale[place] = total * total * share * share * (1 - 2 * share + placeSquares);
        }
    }

    /// <summary>Squares and products of residuals of a row p·z from its own sum, with correlations of z that fall by a factor a period.</summary>
    private (double Square, double Lag) OfPeriods(double autocorrelation)
    {
        var count = _ofPeriod.Length;
        Span<double> withSum = count <= 512 ? stackalloc double[count] : new double[count];
        var (before, after, sum) = (0.0, 0.0, 0.0);
        for (var period = 0; period < count; period++)
            withSum[period] = before = before * autocorrelation + _ofPeriod[period];
        for (var period = count - 1; period >= 0; period--)
        {
            withSum[period] = _ofPeriod[period] * (withSum[period] + after);
            after = autocorrelation * (after + _ofPeriod[period]);
            sum += withSum[period];
        }

        var (square, lag) = (0.0, 0.0);
        for (var period = 0; period < count; period++)
        {
            var share = _ofPeriod[period];
            square += share * share - 2 * share * withSum[period] + share * share * sum;
            if (period == 0)
                continue;
            var last = _ofPeriod[period - 1];
            lag += autocorrelation * share * last - last * withSum[period] - share * withSum[period - 1] + share * last * sum;
        }

        return (square, lag);
    }
}
