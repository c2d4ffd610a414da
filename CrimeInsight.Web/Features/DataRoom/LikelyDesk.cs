using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Cases of batches that may be one, as the person who is signed in.</summary>
public sealed class LikelyDesk(IViewerAccessor viewers, ILikelyPairs pairs)
{
    public async Task<LikelySummary> SummaryAsync(Guid batch, CancellationToken cancellationToken) =>
        await pairs.SummaryAsync(batch, await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<LikelyPair>> ListAsync(Guid batch, bool isOpen, int limit, CancellationToken cancellationToken) =>
        await pairs.ListAsync(batch, isOpen, limit, await ViewerAsync(cancellationToken), cancellationToken);

    public async Task SearchAsync(Guid batch, CancellationToken cancellationToken) =>
        await pairs.SearchAsync(batch, await ViewerAsync(cancellationToken), cancellationToken);

    /// <summary>Goes on when the page is left: it is one piece.</summary>
    public async Task DecideAsync(Guid batch, LikelyPair pair, PairDecision? decision) =>
        await pairs.DecideAsync(batch, [(pair.FirstId, pair.SecondId)], decision, await ViewerAsync(CancellationToken.None), CancellationToken.None);

    /// <inheritdoc cref="DecideAsync(Guid, LikelyPair, PairDecision?)"/>
    public async Task<int> DecideAsync(Guid batch, double from, double until, PairDecision decision) =>
        await pairs.DecideAsync(batch, from, until, decision, await ViewerAsync(CancellationToken.None), CancellationToken.None);

    private async ValueTask<Viewer> ViewerAsync(CancellationToken cancellationToken) =>
        await viewers.GetAsync(cancellationToken) ?? throw new UnauthorizedAccessException("Nobody is signed in.");
}
