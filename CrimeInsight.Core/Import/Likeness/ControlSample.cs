namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Pairs that cannot be one case: how far they agree, and some of them to see what they would score.</summary>
internal sealed class ControlSample
{
    private const int MostKept = 50_000;

    private readonly List<(Agreement Pair, double ChancePairs, double Weight)> _kept = [];

    // The same pairs whatever machine looks for them.
    private readonly Random _random = new(20_240_701);
    private long _seen;

    public LikenessCounts Counts { get; } = new();

    /// <summary>Pairs, of which not all are compared.</summary>
    public double Pairs { get; private set; }

    /// <param name="weight">Pairs that it stands for.</param>
    public void Add(Agreement pair, double chancePairs, double weight)
    {
        Counts.Add(pair);
        Pairs += weight;
        _seen++;
        if (_kept.Count < MostKept)
            _kept.Add((pair, chancePairs, weight));
        else if (_random.NextInt64(_seen) is < MostKept and var at)
            _kept[(int)at] = (pair, chancePairs, weight);
    }

    /// <summary>How many of so many pairs of a day would reach a score.</summary>
    public double Reaching(double score, LikenessWeights weights, int dayLevel, double pairs)
    {
        double sum = 0;
        foreach (var (pair, chancePairs, weight) in _kept)
            if (weights.Score(pair.With(LikenessField.Day, dayLevel), chancePairs) >= score)
                sum += weight;
        return Pairs == 0 ? 0 : sum * (_seen / (double)_kept.Count) * (pairs / Pairs);
    }
}
