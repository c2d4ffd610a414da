namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Pairs that may be one case before the weights are known, pairs that cannot be, and how many there were.</summary>
internal sealed class TwinCandidates
{
    // With the fixed weights; what scores lower is not listed with others either.
    private const double LeastScore = 0.02;

    private readonly LikenessWeights _own = LikenessWeights.Of(new LikenessCounts(), true), _other = LikenessWeights.Of(new LikenessCounts(), false);
    private readonly HashSet<(long, long)> _known = [];

    public List<(long FirstId, long SecondId, Agreement Pair, double ChancePairs)> Kept { get; } = [];

    /// <summary>Of one station.</summary>
    public ControlSample Own { get; } = new();

    /// <summary>Of two stations, near each other.</summary>
    public ControlSample Other { get; } = new();

    /// <summary>Pairs of a station and day.</summary>
    public double SameDay { get; set; }

    /// <summary>Pairs of a station and neighbouring days.</summary>
    public double NextDay { get; set; }

    /// <summary>Pairs of two stations and a day, near each other.</summary>
    public double OtherStation { get; set; }

    public long Compared { get; private set; }

    /// <param name="dayLevel">Of <see cref="LikenessField.Day"/>.</param>
    public void Compare(in CaseTrace a, in CaseTrace b, int dayLevel, double chancePairs)
    {
        // Two stored cases are no matter of this batch.
        if (!a.IsNew && !b.IsNew)
            return;
        Compared++;
        var pair = TraceComparer.Compare(a, b, Math.Abs(a.Day - b.Day)).With(LikenessField.Day, dayLevel);
        if ((a.Ordinal == b.Ordinal ? _own : _other).Score(pair, chancePairs) < LeastScore)
            return;
        var (first, second) = a.Id < b.Id ? (a.Id, b.Id) : (b.Id, a.Id);
        if (_known.Add((first, second)))
            Kept.Add((first, second, pair, chancePairs));
    }
}
