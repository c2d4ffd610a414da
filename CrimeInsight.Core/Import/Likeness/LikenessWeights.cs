using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>
/// Bits of evidence for each level of each field (Fellegi and Sunter, A Theory for Record Linkage, JASA 64, 1969): log2 of m over u. m, how
/// often two records of one case agree so, is a model of clerks' slips and fixed; u, how often two different cases do, is counted on
/// pairs that cannot be one case, those of the same station one and two weeks apart, and drawn towards a fixed value where few were counted.
/// </summary>
/// <remarks>What either record does not know says nothing. The fields are taken as independent given whether it is one case.</remarks>
public sealed class LikenessWeights
{
    /// <summary>Share of cases that are entered twice in one station, before anything is compared.</summary>
    public const double SameStationRate = 0.005;

    /// <summary>Share of cases that are entered in two stations.</summary>
    public const double OtherStationRate = 0.001;

    // Pairs that the fixed values count for.
    private const double PriorPairs = 200;

    // Rarer agreement is taken for no more evidence.
    private const double LeastShare = 0.0002;

    // Cases of two stations are compared only where they lie near each other: m and u of their places are of those.
    private static readonly double[] s_samePlaceNear = [0.52, 0.32, 0.16, 0.0001], s_chancePlaceNear = [0.05, 0.20, 0.75, 0.0001];

    private readonly double[][] _bits;
    private readonly double _rate;

    private LikenessWeights(double[][] bits, double rate) => (_bits, _rate) = (bits, rate);

    /// <summary>m of each level.</summary>
    private static ImmutableArray<double[]> Same { get; } =
    [
        [1, 1], [0.92, 0.06, 0.02], [0.90, 0.06, 0.04], [0.55, 0.22, 0.11, 0.12], [0.45, 0.27, 0.14, 0.14], [0.97, 0.03], [0.85, 0.10, 0.05], [0.95, 0.05],
        [0.82, 0.12, 0.06], [0.75, 0.13, 0.12], [0.50, 0.22, 0.28], [0.15, 0.15, 0.70], [0.70, 0.20, 0.10],
    ];

    /// <summary>u of each level, where nothing is counted.</summary>
    private static ImmutableArray<double[]> Chance { get; } =
    [
        [1, 1], [0.33, 0.66, 1], [0.20, 0.30, 0.50], [0.01, 0.05, 0.19, 0.75], [0.01, 0.03, 0.08, 0.88], [0.55, 0.45], [0.22, 0.35, 0.43], [0.85, 0.15],
        [0.25, 0.38, 0.37], [0.03, 0.07, 0.90], [0.10, 0.05, 0.85], [0.001, 0.03, 0.969], [0.35, 0.35, 0.30],
    ];

    /// <param name="counts">Of pairs that cannot be one case.</param>
    /// <param name="ofOneStation">False: of pairs of two stations.</param>
    public static LikenessWeights Of(LikenessCounts counts, bool ofOneStation)
    {
        var bits = new double[Same.Length][];
        for (var field = 0; field < bits.Length; field++)
        {
            var isNear = !ofOneStation && (LikenessField)field == LikenessField.Place;
            var (same, chance) = isNear ? (s_samePlaceNear, s_chancePlaceNear) : (Same[field], Chance[field]);
            var all = counts.Total((LikenessField)field);
            bits[field] = new double[same.Length + 1];
            for (var level = 1; level <= same.Length; level++)
            {
                var share = (counts[(LikenessField)field, level] + PriorPairs * chance[level - 1]) / (all + PriorPairs);
                bits[field][level] = Math.Log2(same[level - 1] / Math.Max(share, LeastShare));
            }
        }

        return new LikenessWeights(bits, ofOneStation ? SameStationRate : OtherStationRate);
    }

    /// <summary>Evidence that a level is for one case; negative: against it.</summary>
    public double BitsOf(LikenessField field, int level) => _bits[(int)field][level];

    /// <summary>How probable it is that two records are one case.</summary>
    /// <param name="chancePairs">Cases that so lie beside one by chance: of a busy station many, and none of them is the likelier for it.</param>
    public double Score(Agreement agreement, double chancePairs)
    {
        var bits = Math.Log2(_rate / chancePairs);
        for (var field = 0; field < _bits.Length; field++)
            bits += _bits[field][agreement[(LikenessField)field]];
        return 1 / (1 + Math.Pow(2, -bits));
    }
}
