using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Pairs in memory.</summary>
internal sealed class FakeLikelyPairs : ILikelyPairs
{
    public List<LikelyPair> Pairs { get; } = [];

    public bool IsSearched { get; set; } = true;

    public Task<LikelySummary> SummaryAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken) => Task.FromResult(new LikelySummary(
        [.. LikenessResult.Scores.Select(score => Pairs.Count(pair => pair.Decision is null && pair.Score >= score))],
        IsSearched ? [0.4, 0.3, 0.2, 0.1] : [],
        Pairs.Count(pair => pair.Decision == PairDecision.Same),
        Pairs.Count(pair => pair.Decision == PairDecision.Different)));

    public Task<IReadOnlyList<LikelyPair>> ListAsync(Guid batch, bool isOpen, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LikelyPair>>([.. Pairs.Where(pair => pair.Decision is null == isOpen).OrderByDescending(pair => pair.Score).Take(limit)]);

    public Task<LikelySummary> SearchAsync(Guid batch, Viewer viewer, CancellationToken cancellationToken)
    {
        IsSearched = true;
        return SummaryAsync(batch, viewer, cancellationToken);
    }

    public Task DecideAsync(
        Guid batch, IReadOnlyList<(long FirstId, long SecondId)> pairs, PairDecision? decision, Viewer viewer, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Pairs.Count; i++)
            if (pairs.Contains((Pairs[i].FirstId, Pairs[i].SecondId)))
                Pairs[i] = Pairs[i] with { Decision = decision };
        return Task.CompletedTask;
    }

    public async Task<int> DecideAsync(Guid batch, double from, double until, PairDecision decision, Viewer viewer, CancellationToken cancellationToken)
    {
        List<(long, long)> pairs =
            [.. Pairs.Where(pair => pair.Decision is null && pair.Score >= from && pair.Score < until).Select(pair => (pair.FirstId, pair.SecondId))];
        await DecideAsync(batch, pairs, decision, viewer, cancellationToken);
        return pairs.Count;
    }
}
