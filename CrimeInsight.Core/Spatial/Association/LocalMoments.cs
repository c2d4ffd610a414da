using CrimeInsight.Core.Spatial.Weights;


namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// The statistics with their expectation and variance under chance, as spdep 1.2 works them out (<c>localG</c>, <c>localmoran</c>).
/// </summary>
internal static class LocalMoments
{
    private const double RoundingShare = 1e-12;

    /// <summary>
    /// Gi*: z = (Σ w x − W x̄) / (s·√((n·S1 − W²)/(n − 1))), sums over the neighbours and the place itself, W = Σ w, S1 = Σ w²,
    /// s² the variance with divisor n. The place's own weight is the largest of its row. Ord and Getis (1995), eq. 5,
    /// doi:10.1111/j.1538-4632.1995.tb00912.x.
    /// </summary>
    public static void GetisOrdStar(ReadOnlySpan<double> values, SpatialWeights weights, Span<double> z)
    {
        var count = values.Length;
        var mean = Mean(values);
        var variance = SquaredDeviations(values, mean) / count;
        for (var place = 0; place < count; place++)
        {
            var neighbours = weights.NeighboursOf(place);
            var row = weights.WeightsOf(place);
            if (row.IsEmpty)
                continue;
            var own = LargestOf(row);
            var (lag, sum, squares) = (own * (values[place] - mean), own, own * own);
            for (var j = 0; j < row.Length; j++)
            {
                lag += row[j] * (values[neighbours[j]] - mean);
                sum += row[j];
                squares += row[j] * row[j];
            }

            z[place] = Ratio(lag, variance * (count * squares - sum * sum) / (count - 1), variance * squares);
        }
    }

    /// <summary>Gi: the same over the neighbours alone, mean and variance over all other places. Ord and Getis (1995), eq. 4.</summary>
    public static void GetisOrd(ReadOnlySpan<double> values, SpatialWeights weights, Span<double> z)
    {
        var others = values.Length - 1;
        var mean = Mean(values);
        var all = SquaredDeviations(values, mean);
        for (var place = 0; place < values.Length; place++)
        {
            var neighbours = weights.NeighboursOf(place);
            var row = weights.WeightsOf(place);
            if (row.IsEmpty)
                continue;
            var own = values[place] - mean;
            var otherMean = -own / others;
            var variance = (all - own * own) / others - otherMean * otherMean;
            var (lag, sum, squares) = (0.0, 0.0, 0.0);
            for (var j = 0; j < row.Length; j++)
            {
                lag += row[j] * (values[neighbours[j]] - mean - otherMean);
                sum += row[j];
                squares += row[j] * row[j];
            }

            z[place] = Ratio(lag, variance * (others * squares - sum * sum) / (others - 1), all / others * squares);
        }
    }

    /// <summary>
    /// Iᵢ = (zᵢ/m₂)·Σ wᵢⱼ zⱼ with z the deviations from the mean and m₂ = Σ z²/n. Anselin (1995), doi:10.1111/j.1538-4632.1995.tb00338.x;
    /// conditional moments: Sokal, Oden and Thomson (1998), doi:10.1111/j.1538-4632.1998.tb00406.x.
    /// </summary>
    /// <param name="lags">Takes Σ wᵢⱼ zⱼ.</param>
    public static void Moran(
        ReadOnlySpan<double> values, SpatialWeights weights, LocalVariance fixedBy, Span<double> statistic, Span<double> z, Span<double> lags)
    {
        var count = values.Length;
        var mean = Mean(values);
        var variance = SquaredDeviations(values, mean) / count;
        var kurtosis = FourthDeviations(values, mean) / count / (variance * variance);
        for (var place = 0; place < count; place++)
        {
            var neighbours = weights.NeighboursOf(place);
            var row = weights.WeightsOf(place);
            if (row.IsEmpty)
                continue;
            var (own, sum, squares) = (values[place] - mean, 0.0, 0.0);
            for (var j = 0; j < row.Length; j++)
            {
                lags[place] += row[j] * (values[neighbours[j]] - mean);
                sum += row[j];
                squares += row[j] * row[j];
            }

            statistic[place] = own / variance * lags[place];
            var (expectation, spread) = fixedBy == LocalVariance.Conditional
                ? Conditional(own, variance, count, sum, squares)
                : Total(kurtosis, count, sum, squares);
            z[place] = Ratio(statistic[place] - expectation, spread, own * own / variance * squares);
        }
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    public static double SquaredDeviations(ReadOnlySpan<double> values, double mean)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }

    public static double FourthDeviations(ReadOnlySpan<double> values, double mean)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            var square = (value - mean) * (value - mean);
            sum += square * square;
        }

        return sum;
    }

    private static (double Expectation, double Variance) Conditional(double own, double variance, int count, double sum, double squares) =>
    (
        -own * own * sum / ((count - 1) * variance),
        own / variance * (own / variance) * count / (count - 2) * (squares - sum * sum / (count - 1)) * (variance - own * own / (count - 1)));

    private static (double Expectation, double Variance) Total(double kurtosis, int count, double sum, double squares)
    {
        var expectation = -sum / (count - 1);
        var one = (count - kurtosis) / (count - 1);
        var two = (2 * kurtosis - count) / ((count - 1.0) * (count - 2));
        return (expectation, one * squares + two * (sum * sum - squares) - expectation * expectation);
    }

    private static double LargestOf(ReadOnlySpan<double> row)
    {
        var largest = row[0];
        foreach (var weight in row)
            largest = Math.Max(largest, weight);
        return largest;
    }

    // Without spread but for rounding (all others the same, or all places neighbours) nothing is unusual.
    private static double Ratio(double difference, double variance, double scale) =>
        variance > RoundingShare * scale ? difference / Math.Sqrt(variance) : 0;
}
