using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Learns how wide intervals must be to cover what they say: quantiles of (what came − mean) / (deviation · the series' own
/// width) over all series and origins, steps pooled. What was said at an origin belongs to the band of the volume known then:
/// by the volume at the end, a band would hold the series that came down into it, and know how they went on. From ten a
/// step on, the quantiles of one period say little about the next however many series there are: they make two fifths at most.
/// References: Vovk, Gammerman and Shafer (2005), Algorithmic Learning in a Random World; Xu and Xie (2023), Conformal
/// prediction for time series, doi:10.1109/TPAMI.2023.3272339 (rolling errors as scores).
/// </summary>
internal sealed class IntervalLearner
{
    /// <summary>Series that weigh as much as the belief beforehand.</summary>
    private const double PriorSeries = 10;

    /// <summary>Share that what was seen can reach in bands from <see cref="LeastShared"/> on.</summary>
    private const double MostSeen = 0.4;

    private const double LeastShared = 10;

    private readonly List<double>[] _scores;
    private readonly double[] _usualMiss;
    private readonly int[] _series;

    /// <param name="bandOf">Band of a volume.</param>
    public IntervalLearner(IReadOnlyCollection<SeriesCombination> combinations, Func<double, int> bandOf, int bands)
    {
        _scores = [.. Enumerable.Range(0, bands).Select(_ => new List<double>())];
        (_usualMiss, _series) = (new double[bands], new int[bands]);
        Collect(combinations, bandOf, (_, _) => 1);
        for (var band = 0; band < bands; band++)
            _usualMiss[band] = _scores[band].Count > 0 ? _scores[band].Average(Math.Abs) : 0;
        var widths = combinations.ToDictionary(one => one, one => one.OwnWidths(volume => _usualMiss[bandOf(volume)]));
        foreach (var scores in _scores)
            scores.Clear();
        Array.Clear(_series);
        Collect(combinations, bandOf, (one, origin) => widths[one][origin]);
    }

    /// <summary>Mean |what came − mean| / deviation of a band; null: nothing was seen.</summary>
    public double? UsualMiss(int band) => _usualMiss[band] > 0 ? _usualMiss[band] : null;

    /// <summary>Factors of a band that begins at a volume.</summary>
    public ImmutableArray<LevelFactors> Factors(int band, double from, IEnumerable<double> levels)
    {
        var share = (from < LeastShared ? 1 : MostSeen) * _series[band] / (_series[band] + PriorSeries);
        double[] scores = [.. _scores[band]];
        return [.. levels.Select(level => Factors(level, from, scores, share))];
    }

    private static LevelFactors Factors(double level, double from, double[] scores, double share)
    {
        var believed = VolumeBands.PriorFactors(level, from);
        if (scores.Length == 0)
            return believed;
        Span<double> ends = stackalloc double[2];
        OrderStatistics.Quantiles(scores, [0.5 - level / 200, 0.5 + level / 200], ends);
        return new LevelFactors(
            level,
            [Math.Max(0, -share * ends[0] + (1 - share) * believed.Lower[0])],
            [Math.Max(0, share * ends[1] + (1 - share) * believed.Upper[0])]);
    }

    private void Collect(IReadOnlyCollection<SeriesCombination> combinations, Func<double, int> bandOf, Func<SeriesCombination, int, double> width)
    {
        foreach (var one in combinations)
        {
            var counted = new HashSet<int>();
            for (var origin = 0; origin < one.Run.OriginCount; origin++)
            {
                var (band, own) = (bandOf(one.Run.VolumeAt(one.Run.Origins.Start.Value + origin)), width(one, origin));
                for (var step = 0; step < one.Run.Request.Horizon; step++)
                {
                    if (one.Score(origin, step) is { } score)
                        _scores[band].Add(score / own);
                }

                if (counted.Add(band))
                    _series[band]++;
            }
        }
    }
}
