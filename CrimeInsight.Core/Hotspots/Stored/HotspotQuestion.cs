using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Where hotspots are, by whatever method.</summary>
public sealed class HotspotQuestion(
    HotspotAnalysis analysis, HotspotMethods methods, HotspotSources sources, IResultStore results) : IQuestion<HotspotRequest, HotspotReport>
{
    public async Task<StoredResult<HotspotReport>?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var method = methods.Of(request.Settings);
        var reference = await sources.References.GetAsync(cancellationToken).ConfigureAwait(false);
        var data = await sources.Status.GetAsync(cancellationToken).ConfigureAwait(false);
        return HotspotKeys.Of(method, request, viewer, reference, data) is { } key
            && await method.FindAsync(results, key, viewer, cancellationToken).ConfigureAwait(false) is { } found
            ? found with { Report = found.Report with { Scope = request.Scope } }
            : null;
    }

    public async Task<HotspotReport?> ComputeAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken) =>
        await analysis.RunAsync(request, viewer, progress, cancellationToken).ConfigureAwait(false);

    public AnswerState Judge(HotspotReport report, AnswerState state) => report?.Obstacle switch
    {
        HotspotObstacle.Withheld => AnswerState.Withheld,
        HotspotObstacle.TooManyCases => AnswerState.TooLarge,
        _ => state,
    };
}
