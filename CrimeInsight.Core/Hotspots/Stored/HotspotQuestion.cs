using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Where hotspots are.</summary>
public sealed class HotspotQuestion(HotspotAnalysis analysis, StoredHotspots stored) : IQuestion<HotspotRequest, HotspotReport>
{
    public async Task<StoredResult<HotspotReport>?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        await stored.FindAsync<HotspotReport>(HotspotKeys.Hotspots, request, viewer, cancellationToken).ConfigureAwait(false) is { } found
            ? found with { Report = found.Report with { Request = request } }
            : null;

    public async Task<HotspotReport?> ComputeAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        await analysis.RunAsync(request, viewer, progress, cancellationToken).ConfigureAwait(false);

    public AnswerState Judge(HotspotReport report, AnswerState state) => StateOf(report.Obstacle, state);

    /// <summary>The state of an answer that may meet an obstacle.</summary>
    internal static AnswerState StateOf(HotspotObstacle? obstacle, AnswerState state) => obstacle switch
    {
        HotspotObstacle.Withheld => AnswerState.Withheld,
        HotspotObstacle.TooManyCases => AnswerState.TooLarge,
        _ => state,
    };
}
