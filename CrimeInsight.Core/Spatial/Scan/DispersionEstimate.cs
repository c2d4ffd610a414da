namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// How much more than by chance the counts of each place vary, by the method of moments on residuals of the model that is
/// tested. Variance of a count = mean + shape × mean², the shape being <c>b + a ÷ mean of the place</c> for all places (negative
/// binomial and proportional to the mean), and drawn from there towards the place's own as far as places differ by more than
/// their errors (empirical Bayes), with what remains in doubt. What exceeds chance follows from one period to the next with one autocorrelation.
/// </summary>
/// <remarks>
/// Not robust on purpose: a cluster that can just be found adds 2 × its statistic, about 20, to a sum of squares of places ×
/// periods, and its own places are drawn to the others. Reference for moments of the negative binomial: Breslow (1984),
/// doi:10.2307/2347661; for negative binomial scans Tango, Takahashi and Kohriyama (2011), doi:10.1111/j.1541-0420.2010.01525.x.
/// </remarks>
internal sealed class DispersionEstimate
{
    /// <summary>Places × periods below which nothing is estimated.</summary>
    private const int LeastCells = 8;

    /// <summary>Periods from which places have shapes of their own.</summary>
    private const int LeastOwnPeriods = 6;

    private const int Rounds = 4;
    private const int Halvings = 30;
    private const double LeastErrors = 1.5;
    private const double MostAutocorrelation = 0.98;

    /// <summary>Shapes above it leave most periods without cases.</summary>
    private const double MostShape = 4;

    /// <summary>Of <see cref="Doubts"/>: an exponential factor.</summary>
    private const double MostDoubt = 1;

    private readonly CountMoments _moments;
    private readonly double[] _squareUnits;
    private readonly double[] _lagUnits;
    private readonly double[] _weights;

    private DispersionEstimate(ScanProblem problem)
    {
        _moments = new CountMoments(problem);
        (_squareUnits, _lagUnits, _weights) = (new double[problem.Places], new double[problem.Places], new double[problem.Places]);
        (Shapes, Doubts) = (new double[problem.Places], new double[problem.Places]);
        for (var round = 0; round < Rounds; round++)
        {
            Weigh();
            Autocorrelation = problem.Periods > 2 && round > 0 ? CorrelationOf() : 0;
            _moments.Units(Autocorrelation, _squareUnits, _lagUnits);
            FitShapes();
        }

        KeepCertain();
        if (problem.Periods >= LeastOwnPeriods)
            DrawToOwn();
        for (var place = 0; place < Shapes.Length; place++)
            Shapes[place] = Math.Clamp(Shapes[place], 0, MostShape);
        VarianceRatio = RatioOf(problem);
        Autocorrelation = IsOver ? Certain(Autocorrelation, ErrorOfCorrelation()) : 0;
    }

    /// <summary>Variance of the gamma factor of each place.</summary>
    public double[] Shapes { get; }

    /// <summary>Variance of what a place's shape is multiplied by to be the true one, as far as can be told.</summary>
    public double[] Doubts { get; }

    public double Autocorrelation { get; }

    /// <summary>As <see cref="ScanDispersion.VarianceRatio"/>.</summary>
    public double VarianceRatio { get; }

    public bool IsOver => VarianceRatio > 1;

    public ScanDispersion Summary => new(VarianceRatio, Autocorrelation);

    /// <summary>Null when there are too few places and periods to tell.</summary>
    public static DispersionEstimate? Of(ScanProblem problem) => problem.Cells.Length < LeastCells ? null : new DispersionEstimate(problem);

    // Inverse variance of a place's sum of squares at the present shapes.
    private void Weigh()
    {
        for (var place = 0; place < Shapes.Length; place++)
            _weights[place] = _moments.Means[place] > 0 ? 1 / VarianceOfSquares(place) : 0;
    }

    // Of n residuals: 2n·variance², more by their autocorrelation, and the fourth cumulant of gamma–Poisson counts.
    private double VarianceOfSquares(int place)
    {
        var (mean, shape) = (_moments.Means[place], Math.Max(0, Shapes[place]));
        var variance = mean * (1 + shape * mean);
        return _moments.Freedom * variance * (2 * variance + 1 + 6 * shape * variance);
    }

    // That at which products of following residuals are to squares as they are here.
    private double CorrelationOf()
    {
        double squares = 0, lags = 0;
        for (var place = 0; place < Shapes.Length; place++)
        {
            squares += LagWeight(place) * (_moments.Squares[place] - _moments.Chance[place]);
            lags += LagWeight(place) * (_moments.Lags[place] - _moments.ChanceLags[place]);
        }

        if (squares <= 0)
            return 0;
        var (low, high) = (0.0, MostAutocorrelation);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            _moments.Units(middle, _squareUnits, _lagUnits);
            double squareUnit = 0, lagUnit = 0;
            for (var place = 0; place < Shapes.Length; place++)
            {
                squareUnit += LagWeight(place) * Shapes[place] * _squareUnits[place];
                lagUnit += LagWeight(place) * Shapes[place] * _lagUnits[place];
            }

            (low, high) = lagUnit * squares < lags * squareUnit ? (middle, high) : (low, middle);
        }

        return low;
    }

    // As in least squares on what is beyond chance; products of independent residuals vary as the square of their variance.
    private double LagWeight(int place)
    {
        var beyond = Shapes[place] * _moments.Means[place];
        var weight = beyond / (1 + beyond);
        return _moments.Means[place] > 0 ? weight / (_moments.Means[place] * (1 + beyond)) : 0;
    }

    // Both sums with these weights: the variance of the products ÷ the square of what is beyond chance.
    private double ErrorOfCorrelation()
    {
        var information = 0.0;
        for (var place = 0; place < Shapes.Length; place++)
        {
            var beyond = Shapes[place] * _moments.Means[place];
            information += _moments.Freedom * Math.Pow(beyond / (1 + beyond), 2);
        }

        return 1 / Math.Sqrt(information);
    }

    // Weighted least squares of the squares beyond chance on both terms, neither below 0.
    private void FitShapes()
    {
        double bb = 0, ab = 0, aa = 0, by = 0, ay = 0;
        for (var place = 0; place < Shapes.Length; place++)
        {
            if (_weights[place] == 0)
                continue;
            var (weight, unit, beyond) = (_weights[place], _squareUnits[place], _moments.Squares[place] - _moments.Chance[place]);
            var linear = unit / _moments.Means[place];
            (bb, ab, aa) = (bb + weight * unit * unit, ab + weight * unit * linear, aa + weight * linear * linear);
            (by, ay) = (by + weight * unit * beyond, ay + weight * linear * beyond);
        }

        var determinant = aa * bb - ab * ab;
        var (a, b) = determinant > 1e-6 * aa * bb ? ((bb * ay - ab * by) / determinant, (aa * by - ab * ay) / determinant) : (0, by / bb);
        if (a < 0)
            (a, b) = (0, by / bb);
        else if (b < 0)
            (a, b) = (ay / aa, 0);
        for (var place = 0; place < Shapes.Length; place++)
            Shapes[place] = _weights[place] == 0 ? 0 : Math.Max(0, b) + Math.Max(0, a) / _moments.Means[place];
    }

    // Shapes of independent cases are above 0 in half of all data, and would cost power; of shapes that are clearly there hardly anything is lost.
    private void KeepCertain()
    {
        Weigh();
        var information = 0.0;
        for (var place = 0; place < Shapes.Length; place++)
            information += _weights[place] * Math.Pow(Shapes[place] * _squareUnits[place], 2);
        var kept = Certain(1, 1 / Math.Sqrt(information));
        for (var place = 0; place < Shapes.Length; place++)
            Shapes[place] *= kept;
    }

    // Positive-part shrinkage of James and Stein (1961), 0 below so many standard errors.
    private static double Certain(double value, double error) => value > LeastErrors * error ? value * (1 - Math.Pow(LeastErrors * error / value, 2)) : 0;

    // Variance between places relative to the common shape by the moments of DerSimonian and Laird (1986), doi:10.1016/0197-2456(86)90046-2.
    private void DrawToOwn()
    {
        Weigh();
        double spread = 0, scale = 0;
        for (var place = 0; place < Shapes.Length; place++)
        {
            if (_weights[place] == 0)
                continue;
            var (unit, usual) = (_squareUnits[place], _moments.Chance[place] + Shapes[place] * _squareUnits[place]);
            spread += _weights[place] * Math.Pow(_moments.Squares[place] - usual, 2) - 1;
            scale += _weights[place] * Math.Pow(Shapes[place] * unit, 2);
        }

        if (spread <= 0 || scale <= 0)
            return;
        for (var place = 0; place < Shapes.Length; place++)
        {
            var between = spread / scale * Math.Pow(Shapes[place] * _squareUnits[place], 2) * _weights[place];
            if (between <= 0)
                continue;
            var common = Shapes[place];
            Shapes[place] += between / (1 + between) * ((_moments.Squares[place] - _moments.Chance[place]) / _squareUnits[place] - common);
            Doubts[place] = Shapes[place] > 0 ? Math.Min(MostDoubt, spread / scale / (1 + between) * Math.Pow(common / Shapes[place], 2)) : 0;
        }
    }

    private double RatioOf(ScanProblem problem)
    {
        var beyond = 0.0;
        for (var i = 0; i < problem.Cells.Length; i++)
            beyond += Shapes[i / problem.Periods] * problem.Cells[i] * problem.Cells[i];
        return 1 + beyond / problem.Total;
    }
}
