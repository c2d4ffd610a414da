using System.Numerics.Tensors;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// Tests D = Σ a (c − e) over a place's neighbours, a = weight/√(e + φe²): the weighted sum of their residuals. Gi* counts the place
/// itself, with the largest weight of its row. Gi and Moran's I take its own count as given: what the others have to make up for it,
/// (c − e)·β of the place with β = Σ a v/Σ v over all others, is added back.
/// </summary>
/// <remarks>
/// Moments under chance with the total given: E D = 0, Var D = Σ a²v − β Σ a v, third cumulant Σ (a − β)³κ₃ (a = 0 outside the
/// neighbourhood), v and κ₃ those of <see cref="RateModel"/>; exact for φ = 0 but for the third, which takes places for independent.
/// </remarks>
internal sealed class RateTest
{
    /// <summary>Replicas that are drawn, and compared, at a time.</summary>
    private const int Lanes = 32;

    /// <summary>Sums that differ by less than this share of their standard deviation are ties: they differ by rounding only.</summary>
    private const double TieShare = 1e-9;
    private const double RoundingShare = 1e-12;
    private const int PlacesPerChunk = 256;

    private readonly RateModel _model;
    private readonly SpatialWeights _weights;
    private readonly bool _isOwnCounted;
    private readonly double _sumVariances;
    private readonly double _sumThirds;

    public RateTest(RateModel model, SpatialWeights weights, bool isOwnCounted)
    {
        (_model, _weights, _isOwnCounted) = (model, weights, isOwnCounted);
        (_sumVariances, _sumThirds) = (TensorPrimitives.Sum<double>(model.Variances), TensorPrimitives.Sum<double>(model.Thirds));
        (Own, Observed, Moments, IsTested) = (new double[weights.Count], new double[weights.Count], new SumMoments[weights.Count], new bool[weights.Count]);
        for (var place = 0; place < weights.Count; place++)
            Prepare(place);
    }

    /// <summary>What the place's own deviation is multiplied by in D.</summary>
    public double[] Own { get; }

    /// <summary>D of the counts themselves.</summary>
    public double[] Observed { get; }

    public SumMoments[] Moments { get; }

    /// <summary>Somebody is at risk in the place and in one of its neighbours.</summary>
    public bool[] IsTested { get; }

    /// <summary>D in standard deviations; 0 for a place that is not tested, or where chance leaves nothing open.</summary>
    public double Z(int place) => Moments[place].Variance > 0 ? Observed[place] / Math.Sqrt(Moments[place].Variance) : 0;

    /// <summary>Two-sided p by the moments alone; 1 where there is no test.</summary>
    public double P(int place) =>
        Moments[place].Variance > 0
            ? Math.Min(1, 2 * Math.Exp(Math.Min(Moments[place].LogTail(Observed[place], true), Moments[place].LogTail(Observed[place], false)))) : 1;

    /// <summary>Two-sided p by replicas, continued beyond the tenth most extreme by the moments.</summary>
    public double[] Simulate(int draws, int seed, int threads, CancellationToken cancellationToken)
    {
        var tails = new RateTails(_weights.Count, draws);
        var replicas = new RateReplicas(_model, seed);
        var block = new double[_weights.Count * Lanes];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        for (var first = 0; first < draws; first += Lanes)
        {
            var lanes = Math.Min(Lanes, draws - first);
            Parallel.For(0, lanes, options, () => (Cells: new int[_weights.Count], Room: replicas.NewRoom()), (lane, _, own) =>
            {
                replicas.Draw(first + lane, own.Cells, own.Room);
                for (var place = 0; place < own.Cells.Length; place++)
                    block[place * Lanes + lane] = own.Cells[place] - _model.Expected[place];
                return own;
            }, _ => { });
            Parallel.For(0, (_weights.Count + PlacesPerChunk - 1) / PlacesPerChunk, options, () => new double[Lanes], (chunk, _, sums) =>
            {
                for (var place = chunk * PlacesPerChunk; place < Math.Min(_weights.Count, (chunk + 1) * PlacesPerChunk); place++)
                    Compare(place, block, sums.AsSpan(0, lanes), tails);
                return sums;
            }, _ => { });
        }

        return [.. Enumerable.Range(0, _weights.Count)
            .Select(place => Moments[place].Variance > 0 ? tails.TwoSidedP(place, Observed[place], Moments[place]) : 1)];
    }

    private void Compare(int place, double[] block, Span<double> sums, RateTails tails)
    {
        if (!(Moments[place].Variance > 0))
            return;
        TensorPrimitives.Multiply(block.AsSpan(place * Lanes, sums.Length), Own[place], sums);
        var neighbours = _weights.NeighboursOf(place);
        var row = _weights.WeightsOf(place);
        for (var j = 0; j < row.Length; j++)
            TensorPrimitives.MultiplyAdd(block.AsSpan(neighbours[j] * Lanes, sums.Length), row[j] * _model.Scales[neighbours[j]], sums, sums);
        tails.Add(place, sums, Observed[place], TieShare * Math.Sqrt(Moments[place].Variance));
    }

    private void Prepare(int place)
    {
        var neighbours = _weights.NeighboursOf(place);
        var row = _weights.WeightsOf(place);
        var isAnybody = false;
        foreach (var neighbour in neighbours)
            isAnybody |= _model.Expected[neighbour] > 0;
        if (!isAnybody || _model.Expected[place] <= 0)
            return;
        IsTested[place] = true;
        var own = _isOwnCounted ? LargestOf(row) * _model.Scales[place] : 0;
        var (lag, first, second) = (own * _model.Deviations[place], own * _model.Variances[place], own * own * _model.Variances[place]);
        for (var j = 0; j < row.Length; j++)
        {
            var (factor, variance) = (row[j] * _model.Scales[neighbours[j]], _model.Variances[neighbours[j]]);
            (lag, first, second) = (lag + factor * _model.Deviations[neighbours[j]], first + factor * variance, second + factor * factor * variance);
        }

        var (variances, thirds) = (_sumVariances - (_isOwnCounted ? 0 : _model.Variances[place]), _sumThirds - (_isOwnCounted ? 0 : _model.Thirds[place]));
        var share = first / variances;
        (Own[place], Observed[place]) = _isOwnCounted ? (own, lag) : (share, lag + share * _model.Deviations[place]);
        var spread = second - share * first;
        if (spread <= RoundingShare * second)
            return;
        Moments[place] = new SumMoments(_weights.Count, 0, spread, Third(place, own, share, thirds) / Math.Pow(spread, 1.5));
    }

    private double Third(int place, double own, double share, double thirds)
    {
        var neighbours = _weights.NeighboursOf(place);
        var row = _weights.WeightsOf(place);
        var (inside, sum) = (_isOwnCounted ? _model.Thirds[place] : 0, _isOwnCounted ? Cube(own - share) * _model.Thirds[place] : 0);
        for (var j = 0; j < row.Length; j++)
        {
            inside += _model.Thirds[neighbours[j]];
            sum += Cube(row[j] * _model.Scales[neighbours[j]] - share) * _model.Thirds[neighbours[j]];
        }

        return sum - Cube(share) * (thirds - inside);
    }

    private static double Cube(double value) => value * value * value;

    private static double LargestOf(ReadOnlySpan<double> row) => TensorPrimitives.Max(row);
}
