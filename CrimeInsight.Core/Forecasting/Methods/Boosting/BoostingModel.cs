namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>The trees grown from what was known at one moment, and how far off they were on series they had not seen.</summary>
internal sealed class BoostingModel
{
    private const int MostExamples = 100_000;
    private const int MostChecks = 30_000;
    private const int FewestExamples = 300;
    private const int CheckedShare = 5;
    private const double MostRatio = 6;
    private static readonly double[] s_bands = [1, 3, 10, 30, 100];

    private readonly BoostingPanel _panel;
    private readonly BoostedTrees _trees;
    private readonly double[][] _errors;

    private BoostingModel(BoostingPanel panel, BoostedTrees trees, double[][] errors) => (_panel, _trees, _errors) = (panel, trees, errors);

    /// <param name="clock">Only values before this moment are used, as targets too.</param>
    /// <returns>Null: too few examples.</returns>
    public static BoostingModel? Train(BoostingPanel panel, int clock, int horizon, int seed)
    {
        var random = new Random(seed);
        var examples = new List<BoostingExample>();
        var checks = new List<(int Series, int Origin, int Step)>();
        for (var series = 0; series < panel.Count; series++)
        {
            var until = Math.Min(panel.OriginAt(series, clock), panel[series].Values.Length);
            var isChecked = series % CheckedShare == 0;
            var wanted = 1 + (isChecked ? MostChecks / (1 + panel.Count / CheckedShare) : MostExamples / panel.Count);
            foreach (var (origin, step) in Pick(random, panel.LeastHistory, until, horizon, wanted))
            {
                if (panel[series].Scale(origin) <= 0)
                    continue;
                if (isChecked)
                    checks.Add((series, origin, step));
                else
                    examples.Add(Example(panel, series, origin, step));
            }
        }

        if (examples.Count < FewestExamples || checks.Count == 0)
            return null;
        var trees = BoostedTrees.Grow(examples, panel.FeatureCount, seed);
        return new BoostingModel(panel, trees, Errors(panel, trees, checks, horizon));
    }

    public double Predict(int series, int origin, int step, Span<float> features)
    {
        _panel.Write(series, origin, step, features);
        return _panel[series].Scale(origin) * (1 + _trees.Predict(features));
    }

    /// <summary>Standard error of a step, from the errors on unseen series of about this level.</summary>
    public double Deviation(int series, int origin, int step) => _errors[BandOf(_panel[series].Scale(origin))][step - 1] * _panel[series].Spread(origin);

    /// <summary>Some of the pairs of an origin and a step whose target is known, without repeats; all when few.</summary>
    private static IEnumerable<(int Origin, int Step)> Pick(Random random, int least, int until, int horizon, int wanted)
    {
        var pairs = 0;
        for (var origin = least; origin < until; origin++)
            pairs += Math.Min(horizon, until - origin);
        for (var origin = least; origin < until; origin++)
        {
            for (var step = 1; step <= Math.Min(horizon, until - origin); step++)
            {
                if (random.NextDouble() * pairs < wanted)
                    yield return (origin, step);
            }
        }
    }

    private static BoostingExample Example(BoostingPanel panel, int series, int origin, int step)
    {
        var features = new float[panel.FeatureCount];
        panel.Write(series, origin, step, features);
        var scale = panel[series].Scale(origin);
        var label = Math.Clamp(panel[series].Values[origin + step - 1] / scale, -MostRatio, MostRatio) - 1;
        return new BoostingExample { Features = features, Label = (float)label, Weight = (float)(scale / (1 + scale)) };
    }

    /// <summary>
    /// Per level band, per step: root mean square of error over spread, never falling with the step; thin bands take the pooled figure along.
    /// </summary>
    private static double[][] Errors(BoostingPanel panel, BoostedTrees trees, List<(int Series, int Origin, int Step)> checks, int horizon)
    {
        const double pooledWeight = 50;
        double[,] squares = new double[s_bands.Length + 1, horizon], counts = new double[s_bands.Length + 1, horizon];
        double all = 0;
        Span<float> features = new float[panel.FeatureCount];
        foreach (var (series, origin, step) in checks)
        {
            panel.Write(series, origin, step, features);
            var scale = panel[series].Scale(origin);
            var error = (panel[series].Values[origin + step - 1] - scale * (1 + trees.Predict(features))) / panel[series].Spread(origin);
            var band = BandOf(scale);
            squares[band, step - 1] += error * error;
            counts[band, step - 1]++;
            all += error * error / checks.Count;
        }

        var errors = new double[s_bands.Length + 1][];
        for (var band = 0; band < errors.Length; band++)
        {
            errors[band] = new double[horizon];
            for (var step = 0; step < horizon; step++)
                errors[band][step] = Math.Max(step > 0 ? errors[band][step - 1]
                    : 0, Math.Sqrt((squares[band, step] + pooledWeight * all) / (counts[band, step] + pooledWeight)));
        }

        return errors;
    }

    private static int BandOf(double scale) => s_bands.Count(limit => scale >= limit);
}
